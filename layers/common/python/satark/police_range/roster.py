"""Reads a roster: a CSV file of officers that an operator keeps outside this repository.

Columns: name, rank, office, number (E.164, with its +), bsuid, language. A number is wrapped as
it is read. Errors name the row and repeat no cell: a number may have slipped into any.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from satark.identity import SenderId
from satark.police_range.model import PoliceRange
from satark.police_range.problems import InvalidRange, Problem

COLUMNS = ("name", "rank", "office", "number", "bsuid", "language")
_E164 = re.compile(r"\+[1-9][0-9]{7,14}")
_BSUID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{8,128}")
_LONGEST = 60
_GAPS = re.compile(r"[\s()-]")

type Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One officer. `senders` are the names under which WhatsApp may tell of them: number first."""

    name: str
    rank: str
    office: str
    language: str
    senders: tuple[SenderId, ...]


def read_roster(path: Path, police_range: PoliceRange) -> list[RosterRow]:
    """All rows, in order. Raises InvalidRange with what is wrong in any of them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            fix = f"Make the first row: {','.join(COLUMNS)}"
            raise InvalidRange([Problem(path.name, "row 1", "the columns are others", fix)])
        cells = [{name: (row[name] or "").strip() for name in COLUMNS} for row in reader]
    found = [*_wrong(path.name, cells, police_range), *_twice(path.name, cells)]
    if found:
        raise InvalidRange(found)
    return [_row(each) for each in cells]


def offices(police_range: PoliceRange) -> frozenset[str]:
    """Every office of the range, as `Officer.office` writes it."""
    levels = {
        "range": police_range.ranges,
        "district": police_range.districts,
        "circle": police_range.circles,
        "thana": police_range.thanas,
    }
    return frozenset(f"{level}:{place.id}" for level, places in levels.items() for place in places)


def _row(cells: Cells) -> RosterRow:
    return RosterRow(
        cells["name"], cells["rank"], cells["office"], cells["language"], tuple(_senders(cells))
    )


def _senders(cells: Cells) -> Iterator[SenderId]:
    """A number as WhatsApp writes it, in digits alone."""
    if number := _number(cells):
        yield SenderId(number.removeprefix("+"))
    if cells["bsuid"]:
        yield SenderId(cells["bsuid"])


def _number(cells: Cells) -> str:
    return _GAPS.sub("", cells["number"])


def _wrong(file: str, rows: list[Cells], police_range: PoliceRange) -> Iterator[Problem]:
    known = offices(police_range)
    for count, cells in enumerate(rows, 2):
        for column, what, fix in _mistakes(cells, known, police_range.languages):
            yield Problem(file, f"row {count}, {column}", what, fix)


def _mistakes(
    cells: Cells, known: frozenset[str], languages: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    for column in ("name", "rank"):
        if not cells[column]:
            yield column, "is empty", "Fill it in"
        if len(cells[column]) > _LONGEST:
            what = f"has {len(cells[column])} characters"
            yield column, what, f"Shorten it to {_LONGEST}: officers read it in lists"
    if cells["office"] not in known:
        fix = (
            "Write range:<id>, district:<id>, circle:<id> or thana:<id>, with an id of "
            "organisation.csv"
        )
        yield "office", "is no office of the range", fix
    if cells["language"] not in languages:
        fix = f"Write one of {', '.join(languages)}"
        yield "language", "is not a language of the range", fix
    yield from _identity_mistakes(cells)


def _identity_mistakes(cells: Cells) -> Iterator[tuple[str, str, str]]:
    if not (cells["number"] or cells["bsuid"]):
        yield "number", "is empty, and so is bsuid", "Fill in one of them"
    if cells["number"] and not _E164.fullmatch(_number(cells)):
        yield "number", "is no phone number", "Write it with + and its country code"
    if cells["bsuid"] and not _BSUID.fullmatch(cells["bsuid"]):
        yield "bsuid", "is no business-scoped user id", "Copy it as WhatsApp gives it"


def _twice(file: str, rows: list[Cells]) -> Iterator[Problem]:
    first: dict[SenderId, int] = {}
    for count, cells in enumerate(rows, 2):
        for sender in _senders(cells):
            if (before := first.setdefault(sender, count)) != count:
                what = f"is the same person as in row {before}"
                yield Problem(file, f"row {count}", what, "Keep one row for each officer")
