"""Weeks, fortnights and months: each day lies in one of each, and each is reported once."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.periods import Period, Span, due_on, holding, named

DAYS = st.dates(min_value=date(2000, 1, 10), max_value=date(2100, 1, 1))
SPANS: st.SearchStrategy[Span] = st.sampled_from(["week", "fortnight", "month"])


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026-W47", "2026-11-16", "2026-11-22"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-11-H1", "2026-11-01", "2026-11-15"),
        ("2026-11-H2", "2026-11-16", "2026-11-30"),
        ("2028-02-H2", "2028-02-16", "2028-02-29"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_a_name_means_its_days(name: str, first: str, last: str) -> None:
    period = named(name)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert period.name == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "2026",
        "2026-13",
        "2026-00",
        "2025-W53",
        "2026-W00",
        "2026-11-H3",
        "2026-11\n",
        "2026-११",
    ],
)
def test_another_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        named(name)


@given(DAYS, SPANS)
def test_the_days_lie_in_periods_without_a_gap(day: date, span: Span) -> None:
    period = holding(day, span=span)
    assert period.first <= day <= period.last
    assert period.before.last + timedelta(days=1) == period.first
    assert period.before.span == span
    assert named(period.name) == period


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2026-11-16", ["2026-W46", "2026-11-H1"]),
        ("2026-12-01", ["2026-11-H2", "2026-11"]),
        ("2026-06-01", ["2026-W22", "2026-05-H2", "2026-05"]),
        ("2026-11-24", []),
    ],
)
def test_reports_are_due_on_mondays_the_1st_and_the_16th(day: str, names: list[str]) -> None:
    assert [period.name for period in due_on(date.fromisoformat(day))] == names


def test_over_three_years_each_day_is_reported_once_in_each_span() -> None:
    start = date(2026, 1, 1)
    due = [period for n in range(1096) for period in due_on(start + timedelta(days=n))]
    for span in ("week", "fortnight", "month"):
        of_span = [period for period in due if period.span == span]
        assert all(earlier == later.before for earlier, later in pairwise(of_span))
        assert len(of_span) > 30


def test_a_period_counts_its_days() -> None:
    assert [named(name).days for name in ("2026-W47", "2026-10-H2", "2026-02")] == [7, 16, 28]
    assert Period("week", date(2026, 11, 16), date(2026, 11, 22)).days == 7
