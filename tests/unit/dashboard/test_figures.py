"""Numbers, times, bars, changes and the map, as people read them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from functions.dashboard.change import Change, change
from functions.dashboard.chart import HEIGHT, chart, round_top
from functions.dashboard.chosen import Chosen
from functions.dashboard.mapping import WIDTH, Projection, apart, hull
from functions.dashboard.words import Words, number
from tests.samples import varanasi

SPOTS = some.lists(
    some.tuples(some.floats(24.6, 26.3), some.floats(82.1, 84.0)), min_size=1, max_size=12
)


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (1000, "1,000"), (99_999, "99,999"), (123_456, "1,23,456")],
)
def test_numbers_are_grouped_as_in_india(count: int, text: str) -> None:
    assert number(count) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(59, "1 min"), (7199, "120 min"), (7200, "2 h"), (172_800, "2 days")]
)
def test_a_time_is_told_in_the_unit_that_one_would_say(seconds: int, text: str) -> None:
    assert Words(varanasi(), "en").lasting(seconds) == text


@pytest.mark.parametrize(
    ("now", "before", "share", "told", "way"),
    [
        (12, 10, 1.0, Change(10, 20), "up"),
        (5, 10, 0.5, Change(10, None), "same"),  # five were to be expected: too few
        (50, 100, 0.5, Change(100, 0), "same"),
        (45, 100, 0.5, Change(100, -10), "down"),
        (104, 100, 1.0, Change(100, 4), "same"),
        (3, 0, 1.0, Change(0, None), "same"),
    ],
)
def test_a_count_is_set_against_what_was_to_be_expected_by_now(
    now: int, before: int, share: float, told: Change, way: str
) -> None:
    assert change(now, before, share=share) == told
    assert told.way == way


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (4, 4), (5, 10), (11, 20), (37, 40), (41, 100), (999, 1000)]
)
def test_a_scale_ends_at_a_round_number(most: int, top: int) -> None:
    assert round_top(most) == top


def test_every_day_has_a_bar() -> None:
    first = date(2026, 11, 1)
    made = chart({first: 4, first + timedelta(days=2): 1}, first=first, last=date(2026, 11, 3))
    assert [(bar.tips, bar.height, bar.y) for bar in made.bars] == [
        (4, HEIGHT, 0),
        (0, 0, HEIGHT),
        (1, HEIGHT / 4, HEIGHT * 3 / 4),
    ]


def test_weeks_end_on_the_last_sunday_that_is_over() -> None:
    monday = date(2026, 11, 23)
    assert {Chosen().sunday(monday + timedelta(days=n)) for n in range(7)} == {date(2026, 11, 22)}


def test_of_a_period_the_present_day_counts_as_far_as_it_has_passed() -> None:
    assert Chosen(days=7).share(datetime(2026, 11, 24, 12)) == 6.5 / 7  # noqa: DTZ001 - wall clock


@given(SPOTS)
def test_whatever_is_to_be_shown_lies_on_the_map(spots: list[tuple[float, float]]) -> None:
    view = Projection.around(spots)
    for x, y in map(view.point, spots):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= view.height


def test_north_is_up_and_east_is_right() -> None:
    view = Projection.around([(25.0, 83.0), (26.0, 84.0)])
    (left, bottom), (right, top) = view.point((25.0, 83.0)), view.point((26.0, 84.0))
    assert left < right
    assert top < bottom


@given(SPOTS)
def test_a_hull_is_made_of_the_spots_and_of_no_others(spots: list[tuple[float, float]]) -> None:
    assert set(hull(spots)) <= set(spots)
    assert max(spots) in hull(spots)


def test_marks_on_one_place_are_moved_apart_and_a_lone_one_stays() -> None:
    moved = apart([(10, 10), (10, 10), (500, 500)], [10, 10, 10])
    assert moved[2] == (500, 500)
    assert abs(moved[0][1] - moved[1][1]) >= 19.9
