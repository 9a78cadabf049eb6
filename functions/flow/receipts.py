"""The receipt code, as people write it again: sixteen digits of any script, in any grouping."""

import unicodedata

from functions.flow.spelling import plain
from satark.police_range.model import PoliceRange

DIGITS = 16


def code_in(words: str, police_range: PoliceRange) -> str | None:
    """The code, in ASCII digits, if the words are one and nothing more than its name with it."""
    names = police_range.words.get("status", ())
    idle = {word for name in names for word in plain(name).split()}
    said = [word for word in plain(words).split() if word not in idle]
    digits = [unicodedata.decimal(sign, None) for sign in "".join(said)]
    if len(digits) != DIGITS or None in digits:
        return None
    return "".join(map(str, digits))
