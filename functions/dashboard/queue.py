"""The list of cases: of what stands open, or of what came in the period; sheet by sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from functions.dashboard.chosen import Chosen, NoSuchPage, Standing
from functions.dashboard.scene import Scene
from satark.lake import queries
from satark.lake.answers import QueuedCase

ON_A_SHEET: Final = 50
MOST: Final = 3000
"""Rows of the query, the longest overdue first: its LIMIT."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One sheet of the list. `found` counts all, `overdue` those of them that are.

    `cut`: there were more than the query gives, and some may be missing.
    """

    cases: tuple[QueuedCase, ...]
    found: int
    overdue: int
    sheets: int
    cut: bool


def queue(scene: Scene) -> Queue:
    """Raises NoSuchPage for a sheet that is none."""
    chosen = scene.chosen
    stands, rows = _standing(scene)[chosen.standing], scene.rows(queries.CASES)
    found = [row for row in rows if stands(row) and _sought(row, chosen)]
    if chosen.order == "newest":
        found.sort(key=lambda row: row.filed_at, reverse=True)
    sheets = max(1, -(-len(found) // ON_A_SHEET))
    if chosen.sheet > sheets:
        raise NoSuchPage
    first = (chosen.sheet - 1) * ON_A_SHEET
    return Queue(
        cases=tuple(found[first : first + ON_A_SHEET]),
        found=len(found),
        overdue=sum(row.overdue for row in found),
        sheets=sheets,
        cut=len(rows) == MOST,
    )


def _standing(scene: Scene) -> dict[Standing, Callable[[QueuedCase], bool]]:
    """Open and overdue are all, whenever they came: the period counts for the others."""
    first = scene.chosen.first(scene.today)
    return {
        "open": lambda row: row.status != "closed",
        "overdue": lambda row: row.overdue,
        "closed": lambda row: row.status == "closed" and row.filed_at.date() >= first,
        "all": lambda row: row.filed_at.date() >= first,
    }


def _sought(row: QueuedCase, chosen: Chosen) -> bool:
    return chosen.thana in {"", row.thana} and chosen.level in {"", row.level}
