"""The made-up half year: the published first days, sound cases, always the same."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import groupby, islice, pairwise
from pathlib import Path

from local.seed import lake
from local.seed.days import DAYS
from local.seed.half_year import half_year
from satark.case import Case, CaseEvent, TipFiled
from satark.lake.layout import day_in
from satark.lake.rows import indian
from satark.lake.schema import KINDS
from satark.police_range.build import build
from tests.samples import varanasi

LAST = date(2026, 11, 30)
FIRST = LAST - timedelta(days=DAYS - 1)


@cache
def _events() -> tuple[CaseEvent, ...]:
    return tuple(half_year(varanasi(), last=LAST))


def _filed(events: tuple[CaseEvent, ...]) -> list[TipFiled]:
    return [event.what for event in events if isinstance(event.what, TipFiled)]


def test_the_first_four_days_are_those_that_were_published() -> None:
    until = FIRST + timedelta(days=4)
    tips = [filed.tip for filed in _filed(_events()) if indian(filed.tip.filed_at).date() < until]
    assert Counter(tip.district for tip in tips) == {"jaunpur": 38, "ghazipur": 36, "chandauli": 13}
    kinds = Counter(tip.category for tip in tips)
    published = {"cattle": 3, "drugs": 6, "arms": 10, "gambling": 2}
    assert {kind: kinds[kind] for kind in published} == published


def test_each_case_is_sound_and_none_goes_beyond_the_last_day() -> None:
    cases = [Case.of(events) for _, events in groupby(_events(), key=lambda event: event.case_id)]
    assert len(cases) == len({case.case_id for case in cases}) > 3000
    assert all(before.at <= after.at for case in cases for before, after in pairwise(case.events))
    assert max(indian(event.at).date() for event in _events()) <= LAST


def test_everything_that_the_lake_counts_happens() -> None:
    assert {event.what.kind for event in _events()} >= frozenset().union(*KINDS.values()) - {
        "level_raised"
    }
    assert {filed.sensitivity.level for filed in _filed(_events())} == {
        "normal",
        "sensitive",
        "critical",
    }


def test_the_same_half_year_comes_again() -> None:
    again = islice(half_year(varanasi(), last=LAST), 2000)
    assert all(event == before for event, before in zip(again, _events(), strict=False))


def test_it_lands_as_one_object_a_day() -> None:
    days = [day_in(one.key) for one in lake.objects(varanasi(), last=LAST)]
    assert days == [(FIRST + timedelta(days=n)).isoformat() for n in range(DAYS)]


def test_a_zone_has_one_too() -> None:
    zone = build(Path(__file__).parents[3] / "ranges" / "varanasi-zone")
    filed = _filed(tuple(islice(half_year(zone, last=LAST), 3000)))
    assert {one.tip.district for one in filed} == {place.id for place in zone.districts}
