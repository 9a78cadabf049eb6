"""Whether two tips may tell of the same thing: by what they say, for who wrote them is not known.

Equal words are equal words, whether one person wrote both or two persons did.
"""

import math
import unicodedata

from satark.police_range.rules import Likeness
from satark.tip import Place, Tip

_SHINGLE = 3
_SAYS_LITTLE = 6
"""Fewer shingles than these are no words to go by: a river is called "the river" everywhere."""
_METRES_PER_DEGREE = 111_320


def alike(one: Tip, other: Tip, likeness: Likeness) -> bool:
    """At one place, in much the same words, or with one file in common; never of two thanas."""
    if one.thana and other.thana and one.thana != other.thana:
        return False
    return (
        _near(one.place, other.place, likeness)
        or _much_the_same(one.place.words, other.place.words, likeness)
        or _much_the_same(_told(one), _told(other), likeness)
        or bool(_files(one) & _files(other))
    )


def _near(one: Place, other: Place, likeness: Likeness) -> bool:
    match one, other:
        case (
            Place(latitude=float(north), longitude=float(east)),
            Place(latitude=float(above), longitude=float(beside)),
        ):
            up = north - above
            along = (east - beside) * math.cos(math.radians(north))
            return math.hypot(up, along) * _METRES_PER_DEGREE <= likeness.metres
    return False


def _much_the_same(one: str, other: str, likeness: Likeness) -> bool:
    these, those = _shingles(one), _shingles(other)
    if min(len(these), len(those)) < _SAYS_LITTLE:
        return False
    return 100 * len(these & those) >= likeness.percent * len(these | those)


def _shingles(words: str) -> frozenset[str]:
    """Every three signs in a row, without case, punctuation and the width of spaces."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    folded = " ".join("".join(kept).split())
    return frozenset(folded[at : at + _SHINGLE] for at in range(len(folded) - _SHINGLE + 1))


def _told(tip: Tip) -> str:
    return " ".join((*tip.statements, *(each.caption for each in tip.evidence)))


def _files(tip: Tip) -> frozenset[str]:
    return frozenset(each.sha256_received for each in tip.evidence) - {""}
