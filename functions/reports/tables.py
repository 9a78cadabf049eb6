"""A table of counts with totals on two sides, of which small ones are withheld.

A withheld small count is guarded by three more cells, the corners of a rectangle: it can be raised
to k and the others moved against it, and every printed number stays as it is. So a reader with all
of the totals and a pencil cannot tell that it is small. A total is a corner like any other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

type Cell = tuple[int, int]
"""Row and column; row 0 and column 0 are the totals."""


@dataclass(frozen=True, slots=True)
class Table:
    """None stands for a count that is withheld. `cells` row by row."""

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def withheld(counts: Sequence[Sequence[int]], *, columns: Sequence[int | None], k: int) -> Table:
    """The table as it may be printed. No count of 1 to k - 1 is in it.

    `columns` are the totals of the columns as they are printed anywhere else: of these none more is
    withheld and none less. Where one is withheld, so is the whole column.
    """
    wide = _with_totals(counts)
    hidden = {(0, at) for at, total in enumerate(columns, start=1) if total is None}
    hidden |= {(row, at) for _, at in hidden for row in range(1, len(wide))}
    if 0 < wide[0][0] < k:
        hidden = set(_all(wide))
    for small in sorted(_small(wide, k)):
        hidden |= _guarded(wide, small, hidden, k)
    return _printed(wide, hidden)


def _with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[sum(row), *row] for row in counts]
    return [[sum(column) for column in zip(*rows, strict=True)] if rows else [0], *rows]


def _all(wide: Sequence[Sequence[int]]) -> Iterator[Cell]:
    return product(range(len(wide)), range(len(wide[0])))


def _small(wide: Sequence[Sequence[int]], k: int) -> Iterator[Cell]:
    return ((row, at) for row, at in _all(wide) if 0 < wide[row][at] < k)


def _guarded(wide: Sequence[Sequence[int]], small: Cell, hidden: set[Cell], k: int) -> set[Cell]:
    """The cheapest corners that guard the small count; else all but the totals of the columns."""
    found = min(
        (corners for corners in _rectangles(wide, small, k) if _allowed(corners, hidden)),
        key=lambda corners: sum(
            1 + wide[row][at] for row, at in corners if (row, at) not in hidden
        ),
        default=None,
    )
    return set(found or ((row, at) for row, at in _all(wide) if row))


def _allowed(corners: Sequence[Cell], hidden: set[Cell]) -> bool:
    """The totals of the columns are settled, and with them that of all."""
    return all(row or (row, at) in hidden for row, at in corners)


def _rectangles(wide: Sequence[Sequence[int]], small: Cell, k: int) -> Iterator[tuple[Cell, ...]]:
    """Those in which each corner that falls by as much as the small one rises stays above 0."""
    row, at = small
    rise = k - wide[row][at]
    for row2, at2 in product(range(len(wide)), range(len(wide[0]))):
        if row2 != row and at2 != at:
            corners = {(row, at2): -_sides(at, at2), (row2, at): -_sides(row, row2)}
            corners[row2, at2] = corners[row, at2] * corners[row2, at]
            if all(sign > 0 or wide[r][c] > rise for (r, c), sign in corners.items()):
                yield (small, *corners)


def _sides(one: int, other: int) -> int:
    """A total moves with its parts; one part moves against another."""
    return -1 if 0 in {one, other} else 1


def _printed(wide: Sequence[Sequence[int]], hidden: set[Cell]) -> Table:
    shown = [
        tuple(None if (row, at) in hidden else count for at, count in enumerate(line))
        for row, line in enumerate(wide)
    ]
    return Table(
        cells=tuple(line[1:] for line in shown[1:]),
        row_totals=tuple(line[0] for line in shown[1:]),
        column_totals=shown[0][1:],
        total=shown[0][0],
    )
