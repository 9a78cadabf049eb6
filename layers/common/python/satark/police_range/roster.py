"""Reads a roster: a CSV file of officers that is kept outside this repository.

Columns: name, rank, office, number (E.164, with its +), bsuid, language. A number is wrapped as
it is read. What is wrong is named by row and column and no cell is repeated: a number may have
slipped into any.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from satark.identity import SenderId
from satark.police_range.model import PoliceRange
from satark.police_range.problems import InvalidRange, Problem
from satark.police_range.roster_cells import Cells, Mistake, mistakes, senders_of

COLUMNS: Final = ("name", "rank", "office", "number", "bsuid", "language")
LARGEST: Final = 200_000
"""Bytes: some two thousand officers."""
FIXES: Final[dict[str, tuple[str, str]]] = {
    "empty": ("is empty", "Fill it in"),
    "long": ("is longer than 60 characters", "Shorten it: officers read it in lists"),
    "hidden": ("has characters that nobody sees", "Type it anew"),
    "formula": ("begins like a formula", "Begin it with a letter"),
    "digits": ("has digits as a number has", "Move the number to its own column"),
    "office": (
        "is no office of the range",
        "Write range:<id>, district:<id>, circle:<id> or thana:<id>, of organisation.csv",
    ),
    "language": ("is not a language of the range", "Write one that it has"),
    "nameless": ("is empty, and so is bsuid", "Fill in one of them"),
    "number": ("is no phone number", "Write it with + and its country code"),
    "bsuid": ("is no business-scoped user id", "Copy it as WhatsApp gives it"),
    "twice": ("is the same person as in an earlier row", "Keep one row for each officer"),
}
"""Of each mistake: what it is, and what to do."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One officer. `senders` are the names under which WhatsApp may tell of them: number first."""

    name: str
    rank: str
    office: str
    language: str
    senders: tuple[SenderId, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """`row` is None where there are mistakes. `number` counts from the first line of the file."""

    number: int
    row: RosterRow | None
    mistakes: tuple[Mistake, ...]


class Unreadable(Exception):
    """The file as a whole; `why` is all that is told of it."""

    def __init__(self, why: Literal["large", "encoding", "columns", "empty"]) -> None:
        self.why = why
        super().__init__(why)


def judged_file(content: bytes, police_range: PoliceRange, *, within: str = "") -> list[Judged]:
    """Every row. Raises Unreadable. `within` is the office of a range, if no other's may stand."""
    if len(content) > LARGEST:
        raise Unreadable("large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("encoding") from None
    seen = set[SenderId]()
    found = [
        _once(judged_row(number, cells, police_range, within=within), seen)
        for number, cells in enumerate(_rows(text), 2)
    ]
    if not found:
        raise Unreadable("empty")
    return found


def judged_row(number: int, cells: Cells, police_range: PoliceRange, *, within: str = "") -> Judged:
    stripped = {name: cells[name].strip() for name in COLUMNS}
    wrong = tuple(mistakes(stripped, police_range, within=within))
    return Judged(number, None if wrong else _row(stripped), wrong)


def read_roster(path: Path, police_range: PoliceRange) -> list[RosterRow]:
    """All rows, in order. Raises InvalidRange with what is wrong in any of them."""
    try:
        found = judged_file(path.read_bytes(), police_range)
    except Unreadable as unreadable:
        raise InvalidRange([_problem_of_file(path.name, unreadable)]) from None
    if problems := [
        Problem(path.name, f"row {one.number}, {mistake.column}", *FIXES[mistake.what])
        for one in found
        for mistake in one.mistakes
    ]:
        raise InvalidRange(problems)
    return [one.row for one in found if one.row is not None]


def _problem_of_file(name: str, unreadable: Unreadable) -> Problem:
    if unreadable.why == "columns":
        fix = f"Make the first row: {','.join(COLUMNS)}"
        return Problem(name, "row 1", "the columns are others", fix)
    what = {
        "large": f"is larger than {LARGEST} bytes",
        "encoding": "is not UTF-8",
        "empty": "names no officer",
    }[unreadable.why]
    return Problem(name, "the file", what, "Save it as CSV in UTF-8, with a row for each officer")


def _rows(text: str) -> Iterator[Cells]:
    """Raises Unreadable."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise Unreadable("columns")
        for row in reader:
            yield {name: row[name] or "" for name in COLUMNS}
    except csv.Error:
        raise Unreadable("columns") from None


def _once(one: Judged, seen: set[SenderId]) -> Judged:
    """An earlier row has the person, whatever else is wrong with it."""
    names = set(one.row.senders) if one.row else set[SenderId]()
    twice = names & seen
    seen |= names
    return replace(one, row=None, mistakes=(Mistake("number", "twice"),)) if twice else one


def _row(cells: Cells) -> RosterRow:
    return RosterRow(
        cells["name"],
        cells["rank"],
        cells["office"],
        cells["language"],
        tuple(senders_of(cells)),
    )
