"""What a reader with all totals of a table and a pencil can find out about a withheld count."""

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.reports.suppression import suppressed
from functions.reports.tables import Table, withheld

K = 3
SMALL_TABLES = st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=2), min_size=1, max_size=3)
TABLES = st.integers(1, 4).flatmap(
    lambda wide: st.lists(
        st.lists(st.integers(0, 30), min_size=wide, max_size=wide), min_size=1, max_size=8
    )
)


def table(counts: Sequence[Sequence[int]]) -> Table:
    columns = suppressed([sum(column) for column in zip(*counts, strict=True)], k=K).counts
    return withheld(counts, columns=columns, k=K)


@pytest.mark.parametrize(
    ("counts", "cells", "row_totals"),
    [
        ([[5, 9], [4, 3]], ((5, 9), (4, 3)), (14, 7)),
        # Alone in its row and column: a rectangle of three more.
        ([[2, 9, 8], [4, 6, 9]], ((None, None, 8), (None, None, 9)), (19, 19)),
        # A nought may be a corner, for it would rise.
        ([[2, 9, 8], [4, 0, 9]], ((None, None, 8), (None, None, 9)), (19, 13)),
        # A small total of a row takes another with it.
        ([[1, 1], [9, 9]], ((None, None), (None, None)), (None, None)),
        ([[0, 0], [0, 0]], ((0, 0), (0, 0)), (0, 0)),
    ],
)
def test_tables_worked_by_hand(
    counts: list[list[int]],
    cells: tuple[tuple[int | None, ...], ...],
    row_totals: tuple[int | None, ...],
) -> None:
    made = table(counts)
    assert (made.cells, made.row_totals) == (cells, row_totals)


@given(TABLES)
@settings(max_examples=60)
def test_no_small_count_is_printed_and_what_is_printed_is_true(counts: list[list[int]]) -> None:
    made = table(counts)
    rows = [(sum(row), *row) for row in counts]
    true = [tuple(map(sum, zip(*rows, strict=True))), *rows]
    for shown, count in zip(_numbers(made), (one for row in true for one in row), strict=True):
        assert shown is None or (shown == count and not 0 < shown < K)


@given(TABLES)
@settings(max_examples=60)
def test_the_totals_of_the_columns_stay_as_they_are_printed_elsewhere(
    counts: list[list[int]],
) -> None:
    columns = suppressed([sum(column) for column in zip(*counts, strict=True)], k=K).counts
    assert withheld(counts, columns=columns, k=K).column_totals == columns


@given(SMALL_TABLES)
@settings(max_examples=25, deadline=None)
def test_every_withheld_small_count_may_be_k_or_more(counts: list[list[int]]) -> None:
    made = table(counts)
    if made.total is None:
        return
    for at, count in enumerate(_true(counts)):
        if 0 < count < K:
            assert any(other[at] >= K for other in _all_that_fit(made, sum(map(sum, counts))))


def _true(counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    rows = [(sum(row), *row) for row in counts]
    return (*map(sum, zip(*rows, strict=True)), *(one for row in rows for one in row))


def _numbers(made: Table) -> tuple[int | None, ...]:
    rows = zip(made.row_totals, made.cells, strict=True)
    return (made.total, *made.column_totals, *(one for total, row in rows for one in (total, *row)))


def _all_that_fit(made: Table, total: int) -> Iterator[tuple[int, ...]]:
    """Every table that a reader must think possible, with its totals."""
    shown = _numbers(made)
    lines = [
        list(_lines(line, total))
        for line in zip(made.row_totals, *zip(*made.cells, strict=True), strict=True)
    ]
    for rows in product(*lines):
        found = _true(rows)
        if all(count in {None, one} for count, one in zip(shown, found, strict=True)):
            yield found


def _lines(line: tuple[int | None, ...], total: int) -> Iterator[tuple[int, ...]]:
    [of_row, *cells] = line
    ranges = [range(total + 1) if cell is None else [cell] for cell in cells]
    return (
        found for found in product(*ranges) if of_row in {None, sum(found)} and sum(found) <= total
    )
