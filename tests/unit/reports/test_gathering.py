"""Reports of two made-up months, against the same cases counted without SQL."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import groupby

import pytest

from functions.reports.gathering import gather
from functions.reports.report import Report
from local.seed.half_year import half_year
from satark.case import Case, CaseMerged
from satark.lake.cells import centre
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.rows import indian
from satark.periods import named
from satark.tip import Conflict
from tests.samples import varanasi

NOVEMBER = named("2026-11")


@cache
def filed() -> tuple[Case, ...]:
    """The cases of November that were not merged into another."""
    events = groupby(half_year(varanasi(), last=NOVEMBER.last), key=lambda event: event.case_id)
    cases = (Case.of(of_one) for _, of_one in events)
    return tuple(
        case
        for case in cases
        if indian(case.tip.filed_at).date() >= NOVEMBER.first
        and not any(isinstance(event.what, CaseMerged) for event in case.events)
    )


@pytest.fixture(scope="module")
def of_range(engine: DuckDbEngine) -> Report:
    return _gathered(engine, "range:varanasi")


@pytest.fixture(scope="module")
def of_chandauli(engine: DuckDbEngine) -> Report:
    return _gathered(engine, "district:chandauli")


def test_tips_are_counted_by_district_category_and_level(of_range: Report) -> None:
    assert of_range.total == len(filed())
    by_district = Counter(case.district for case in filed())
    assert {one.id: one.tips for one in of_range.districts} == by_district
    levels = zip(of_range.levels.rows, of_range.levels.table.row_totals, strict=True)
    assert dict(levels) == Counter(case.sensitivity.level for case in filed())
    kinds = Counter(case.tip.category for case in filed())
    shown = dict(zip(of_range.categories.rows, of_range.categories.table.row_totals, strict=True))
    assert {name: tips for name, tips in shown.items() if tips} == {
        name: tips for name, tips in kinds.items() if shown[name]
    }


def test_the_trend_ends_with_the_period(of_range: Report) -> None:
    assert [one.first.month for one in of_range.trend] == [6, 7, 8, 9, 10, 11]
    assert [one.tips for one in of_range.trend][-2:] == [of_range.before, of_range.total]


def test_an_sp_office_is_told_of_its_own_district_and_not_of_its_leadership(
    of_chandauli: Report,
) -> None:
    own = [case for case in filed() if case.district == "chandauli"]
    told = [case for case in own if case.tip.conflict is not Conflict.DISTRICT or case.transferred]
    assert len(told) < len(own)
    assert of_chandauli.total == len(told)
    assert [one.id for one in of_chandauli.districts] == ["chandauli"]
    stations = {at.thana for one in of_chandauli.districts for at in one.stations if at.thana}
    ranked = {one.thana for one in (*of_chandauli.quickest, *of_chandauli.slowest)}
    assert {thana.partition("/")[0] for thana in stations | ranked} == {"chandauli"}


@pytest.mark.parametrize("name", ["of_range", "of_chandauli"])
def test_no_count_is_small(request: pytest.FixtureRequest, name: str) -> None:
    report: Report = request.getfixturevalue(name)
    assert report.least == 3
    counts = list(_counts(report))
    assert len(counts) > 100
    assert not [count for count in counts if 0 < count < 3]


def test_a_district_s_stations_add_up_to_no_withheld_count(of_range: Report) -> None:
    for district in of_range.districts:
        hidden = [at for at in district.stations if at.tips is None]
        rest = (district.tips or 0) - sum(at.tips or 0 for at in district.stations)
        assert not hidden or rest - (len(hidden) - 1) >= 3


def test_stations_are_compared_by_their_median_and_stand_on_one_side(of_range: Report) -> None:
    quick, slow = ([one.accepted for one in side] for side in (of_range.quickest, of_range.slowest))
    assert len(quick) == len(slow) == 5
    assert quick == sorted(quick)
    assert slow == sorted(slow, reverse=True)
    assert max(quick) <= min(slow)


def test_hotspots_lie_in_the_range(of_range: Report) -> None:
    assert 0 < len(of_range.spots) <= 10
    for spot in of_range.spots:
        assert 24.6 < spot.latitude < 26.3
        assert 82.1 < spot.longitude < 84.1


def test_a_period_without_a_tip_is_an_empty_report(engine: DuckDbEngine) -> None:
    report = gather(
        engine,
        office="range:varanasi",
        period=named("2031-W05"),
        police_range=varanasi(),
        centre=centre,
    )
    assert report.empty
    assert [one.tips for one in report.districts] == [0, 0, 0]


def _gathered(engine: DuckDbEngine, office: str) -> Report:
    return gather(engine, office=office, period=NOVEMBER, police_range=varanasi(), centre=centre)


def _counts(one: object) -> Iterator[int]:
    """Every number of tips in it; times, parts and places are no counts."""
    if is_dataclass(one) and not isinstance(one, type):
        for field in fields(one):
            if field.name not in {"least", "compared", "accepted", "accept", "report", "pace"}:
                yield from _counts(getattr(one, field.name))
    elif isinstance(one, (tuple, dict)):
        for each in one.values() if isinstance(one, dict) else one:
            yield from _counts(each)
    elif isinstance(one, int) and not isinstance(one, bool):
        yield one
