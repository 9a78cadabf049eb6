"""What a reader with the total and a pencil can find out about a withheld count."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.reports.suppression import Line, suppressed

LINES = st.lists(st.integers(0, 6), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ([38, 36, 13], (38, 36, 13), 87),
        ([0, 0], (0, 0), 0),
        ([9, 2, 7, 0], (9, None, None, 0), 18),
        ([2, 2, 9], (None, None, 9), 13),
        ([1, 2, 9, 4], (None, None, 9, None), 16),
        ([1, 1, 1, 0], (None, None, None, None), 3),
        ([2, 0, 0], (None, None, None), None),
        ([3, 0], (3, 0), 3),
    ],
)
def test_lines_worked_by_hand(
    counts: list[int], shown: tuple[int | None, ...], total: int | None
) -> None:
    assert suppressed(counts, k=3) == Line(shown, total)


@given(LINES, st.integers(2, 5))
def test_no_small_count_is_printed(counts: list[int], k: int) -> None:
    line = suppressed(counts, k=k)
    assert all(count is None or count == 0 or count >= k for count in (*line.counts, line.total))


@given(LINES, st.integers(2, 5))
def test_what_is_printed_is_true(counts: list[int], k: int) -> None:
    line = suppressed(counts, k=k)
    assert all(shown in {None, count} for shown, count in zip(line.counts, counts, strict=True))
    assert line.total in {None, sum(counts)}


@given(LINES)
def test_subtraction_finds_no_withheld_count(counts: list[int]) -> None:
    line = suppressed(counts, k=3)
    hidden = [place for place, count in enumerate(line.counts) if count is None]
    if line.total is None or not hidden:
        return
    rest = line.total - sum(count for count in line.counts if count is not None)
    least = 0 if len(hidden) == len(counts) else 1
    fits = list(_ways(rest, len(hidden), least))
    for column in zip(*fits, strict=True):
        assert max(column) >= 3
        assert len(set(column)) > 1


def _ways(rest: int, places: int, least: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread `rest` over the places, none below `least`."""
    if places == 1:
        if rest >= least:
            yield (rest,)
        return
    for first in range(least, rest + 1):
        yield from ((first, *others) for others in _ways(rest - first, places - 1, least))
