"""The cells of one officer: what may stand in each, and who is meant."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from satark.chain import range_offices
from satark.identity import SenderId
from satark.police_range.model import PoliceRange

LONGEST: Final = 60
MOST_DIGITS: Final = 4
"""In a name or a rank: `Constable 4127` is one, a telephone number is none."""
_E164: Final = re.compile(r"\+[1-9][0-9]{7,14}")
_BSUID: Final = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{8,128}")
_GAPS: Final = re.compile(r"[\s()-]")
_FORMULA: Final = ("=", "+", "-", "@")
_JOINERS: Final = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
"""Hindi is written with them."""

type Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mistake:
    """`what` is a key of `satark.police_range.roster.FIXES`."""

    column: str
    what: str


def mistakes(cells: Cells, police_range: PoliceRange, *, within: str) -> Iterator[Mistake]:
    for column in ("name", "rank"):
        if what := _wrong_with(cells[column]):
            yield Mistake(column, what)
    if cells["office"] not in offices(police_range) or (
        within and within not in range_offices(cells["office"], police_range)
    ):
        yield Mistake("office", "office")
    if cells["language"] not in police_range.languages:
        yield Mistake("language", "language")
    yield from _mistaken_identity(cells)


def offices(police_range: PoliceRange) -> frozenset[str]:
    """Every office of the range, as `Officer.office` writes it."""
    levels = {
        "range": police_range.ranges,
        "district": police_range.districts,
        "circle": police_range.circles,
        "thana": police_range.thanas,
    }
    return frozenset(f"{level}:{place.id}" for level, places in levels.items() for place in places)


def senders_of(cells: Cells) -> Iterator[SenderId]:
    """A number as WhatsApp writes it, in digits alone."""
    if number := _number(cells):
        yield SenderId(number.removeprefix("+"))
    if cells["bsuid"]:
        yield SenderId(cells["bsuid"])


def _wrong_with(text: str) -> str | None:
    if not text:
        return "empty"
    if len(text) > LONGEST:
        return "long"
    if any(unicodedata.category(each)[0] == "C" and each not in _JOINERS for each in text):
        return "hidden"
    if text.startswith(_FORMULA):
        return "formula"
    return "digits" if sum(each.isdigit() for each in text) > MOST_DIGITS else None


def _mistaken_identity(cells: Cells) -> Iterator[Mistake]:
    if not (cells["number"] or cells["bsuid"]):
        yield Mistake("number", "nameless")
    if cells["number"] and not _E164.fullmatch(_number(cells)):
        yield Mistake("number", "number")
    if cells["bsuid"] and not _BSUID.fullmatch(cells["bsuid"]):
        yield Mistake("bsuid", "bsuid")


def _number(cells: Cells) -> str:
    return _GAPS.sub("", cells["number"])
