"""What a typed answer says, whatever the keyboard made of it."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from satark.police_range.model import PoliceRange

_DIGITS_AT_MOST = 4  # no menu is longer, and Python refuses to read numbers without end

_EMOJI_MARKS = "\ufe0e\ufe0f"


def plain(words: str) -> str:
    """Folded, with signs and repeated blanks gone: "1.", " १️⃣" and "*१*" differ in digits only."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join("".join(" " if _is_sign(sign) else sign for sign in folded).split())


def means(words: str, spellings: Iterable[str]) -> bool:
    """Whether the words are exactly one of the spellings."""
    said = plain(words)
    return bool(said) and said in _plain_all(tuple(spellings))


@cache  # of the range's own words alone: what people type is not kept
def _plain_all(spellings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(plain, spellings))


def commanded(words: str, police_range: PoliceRange, *commands: str) -> str | None:
    """Which of these commands the words are, in any language."""
    spellings = police_range.words
    return next((name for name in commands if means(words, spellings.get(name, ()))), None)


def holds(words: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands among the words, as whole words."""
    said = f" {plain(words)} "
    return any(f" {phrase} " in said for phrase in _plain_all(tuple(phrases)))


def number(words: str, police_range: PoliceRange) -> int | None:
    """The number that these words are and nothing more: digits of any script, or a number word."""
    said = plain(words)
    digits = [unicodedata.decimal(sign, None) for sign in said[: _DIGITS_AT_MOST + 1]]
    if said and len(digits) <= _DIGITS_AT_MOST and None not in digits:
        return int("".join(map(str, digits)))
    spelt = enumerate(police_range.numbers, 1)
    return next((count for count, spellings in spelt if means(said, spellings)), None)


def _is_sign(character: str) -> bool:
    """Punctuation, symbols, blanks and controls, and the marks of an emoji; never a vowel sign."""
    category = unicodedata.category(character)
    return category[0] in "PSZC" or category == "Me" or character in _EMOJI_MARKS
