"""Each figure of a report against answers of the lake that were chosen so that no two are alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from functions.reports.gathering import gather
from functions.reports.report import Pace, Ranked, Report
from satark.lake import answers as say
from satark.lake.asked import Asked
from satark.lake.queries import Query
from satark.periods import Period, named
from tests.samples import varanasi

NOVEMBER = named("2026-11")
HERE = (25.5, 83.25)


def times(unit: Any, district: str | None, thana: str | None, first: int) -> say.Times:
    """Twelve different numbers from `first` on."""
    tips, accepted, accept_median, accept_p90, in_time, accept_missed = range(first, first + 6)
    reported, report_median, report_p90, report_in_time, report_missed = range(
        first + 6, first + 11
    )
    return say.Times(
        *(unit, district, thana, tips),
        *(accepted, accept_median, accept_p90, in_time, accept_missed),
        *(reported, report_median, report_p90, report_in_time, report_missed),
    )


TOLD: Mapping[str, Sequence[object]] = {
    "districts": (
        say.District("jaunpur", 40, 50, 31, 12),
        say.District("ghazipur", 30, 20, 27, 11),
        say.District("chandauli", 20, 10, 19, 10),
    ),
    "station_trend": (
        say.StationTrend("jaunpur", "jaunpur/kotwali", 25, 35),
        say.StationTrend("jaunpur", "jaunpur/kerakat", 15, 15),
        say.StationTrend("ghazipur", "ghazipur/zamania", 30, 20),
        say.StationTrend("chandauli", None, 20, 10),
    ),
    "times": (
        times("all", None, None, 100),
        times("district", "jaunpur", None, 200),
        times("district", "ghazipur", None, 300),
        times("station", "jaunpur", "jaunpur/kotwali", 400),
        times("station", "jaunpur", "jaunpur/kerakat", 500),
        # Four accepted are too few to be compared by.
        replace(times("station", "ghazipur", "ghazipur/zamania", 10), accepted=4),
        times("station", "ghazipur", "ghazipur/saidpur", 7),
    ),
    "station_months": (
        say.StationCount("jaunpur", None, date(2026, 9, 1), 8),
        say.StationCount("ghazipur", None, date(2026, 9, 1), 9),
        say.StationCount("jaunpur", None, date(2026, 10, 1), 2),
        say.StationCount("jaunpur", None, date(2026, 11, 1), 90),
    ),
    "category_trend": (
        say.CategoryTrend("jaunpur", "liquor", 10, 11),
        say.CategoryTrend("ghazipur", "liquor", 12, 13),
        say.CategoryTrend("jaunpur", "theft", 30, 5),
        say.CategoryTrend("ghazipur", "theft", 18, 4),
        say.CategoryTrend("chandauli", "theft", 20, 6),
    ),
    "sensitivity": (
        say.LevelTrend("jaunpur", "normal", 40, 1),
        say.LevelTrend("ghazipur", "sensitive", 30, 2),
        say.LevelTrend("chandauli", "critical", 20, 3),
    ),
    "outcomes": (
        say.OutcomeCount("jaunpur", "closed", 40),
        say.OutcomeCount("ghazipur", "action_taken", 30),
        say.OutcomeCount("chandauli", None, 20),
    ),
    "hours": (
        say.HourCount(1, 0, 30),
        say.HourCount(1, 23, 20),
        say.HourCount(7, 2, 10),
        say.HourCount(5, 12, 30),
    ),
    "evidence": (
        say.EvidenceCount("photo", 50, 70),
        say.EvidenceCount("video", 2, 90),
        say.EvidenceCount("audio", 89, 89),
    ),
    "hotspots": (
        say.Hotspot(8, "new", 9),
        say.Hotspot(8, "old", 8),
        *(say.Hotspot(7, f"{n}", 3) for n in range(9)),
    ),
    "repeat_places": (say.RepeatPlace("old", 8, 7),),
    "deeds": (
        say.Deeds("jaunpur", 1, 2, 3, 14, 22, 36, 7, 8),
        say.Deeds("ghazipur", 1, 2, 3, 5, 6, 7, 7, 8),
    ),
}


@dataclass
class Told:
    """A QueryEngine that answers by the name of a query, and keeps what it was asked."""

    answers: Mapping[str, Sequence[object]] = field(default_factory=lambda: TOLD)
    asked: dict[str, Asked] = field(default_factory=dict)

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        self.asked[query.name] = asked
        return tuple(self.answers.get(query.name, ()))  # type: ignore[arg-type]  # by its name


def gathered(engine: Told, *, period: Period = NOVEMBER, office: str = "range:varanasi") -> Report:
    return gather(
        engine, office=office, period=period, police_range=varanasi(), centre=lambda _: HERE
    )


@pytest.fixture(scope="module")
def report() -> Report:
    return gathered(Told())


def told(**other: Sequence[object]) -> Told:
    return Told({**TOLD, **other})


def test_the_key_figures(report: Report) -> None:
    assert (report.total, report.before, report.late) == (90, 80, 105)
    assert report.pace == Pace(102, 103)
    assert report.in_time == pytest.approx(104 / (104 + 105))
    assert report.deeds.firs == 19
    assert report.deeds.arrests == 28
    assert report.deeds.seizures == 43


def test_a_district_s_columns(report: Report) -> None:
    jaunpur, ghazipur, chandauli = report.districts
    assert (jaunpur.tips, jaunpur.before, jaunpur.open, jaunpur.overdue) == (40, 50, 31, 12)
    assert (jaunpur.late, jaunpur.late_reports) == (205, 210)
    assert (jaunpur.accept, jaunpur.report) == (Pace(202, 203), Pace(207, 208))
    assert (ghazipur.late, ghazipur.late_reports) == (305, 310)
    assert (chandauli.late, chandauli.accept, chandauli.report) == (0, Pace(), Pace())


def test_a_station_s_columns_and_the_tips_without_one(report: Report) -> None:
    jaunpur, _, chandauli = report.districts
    rows = {one.thana: (one.tips, one.before, one.accepted) for one in jaunpur.stations}
    assert rows["jaunpur/kotwali"] == (25, 35, 402)
    assert rows["jaunpur/kerakat"] == (15, 15, 502)
    assert (chandauli.stations[-1].thana, chandauli.stations[-1].tips) == (None, 20)


def test_only_stations_with_enough_are_compared_and_each_on_one_side(report: Report) -> None:
    assert report.quickest == (Ranked("jaunpur/kotwali", 402),)
    assert report.slowest == (Ranked("jaunpur/kerakat", 502),)


def test_the_trend_counts_each_period_by_itself_and_withholds_a_small_one(report: Report) -> None:
    assert [one.tips for one in report.trend] == [0, 0, 0, 17, None, 90]
    assert [one.first.month for one in report.trend] == [6, 7, 8, 9, 10, 11]


def test_categories_come_by_their_number_with_what_was_before(report: Report) -> None:
    """One that has left the range's lists is counted, too."""
    found = report.categories
    assert found.rows[:2] == ("theft", "liquor")
    assert set(found.rows) == {one.id for one in varanasi().categories} | {"theft"}
    assert found.table.cells[:2] == ((30, 18, 20), (10, 12, 0))
    assert found.before[:2] == (15, 24)


def test_levels_and_outcomes_are_those_of_the_period(report: Report) -> None:
    levels = dict(zip(report.levels.rows, report.levels.table.cells, strict=True))
    assert levels == {"normal": (40, 0, 0), "sensitive": (0, 30, 0), "critical": (0, 0, 20)}
    outcomes = dict(zip(report.outcomes.rows, report.outcomes.table.row_totals, strict=True))
    assert outcomes["closed"] == 40
    assert outcomes["action_taken"] == 30
    assert outcomes["open"] == 20


def test_hours_are_in_bands_of_three_and_weekdays_begin_on_monday(report: Report) -> None:
    assert report.hours == (40, 0, 0, 0, 30, 0, 0, 20)
    assert report.weekdays == (50, 0, 0, 0, 30, 0, 10)


def test_evidence_counts_tips_and_neither_the_few_with_nor_the_few_without(
    report: Report,
) -> None:
    assert report.evidence == {"photo": 50, "video": None, "audio": None}


def test_ten_places_at_most_and_which_were_there_before(report: Report) -> None:
    assert len(report.spots) == 10
    assert [one.tips for one in report.spots[:3]] == [9, 8, 3]
    assert [one.again for one in report.spots[:3]] == [False, True, False]
    assert {(one.latitude, one.longitude) for one in report.spots} == {HERE}


def test_a_share_in_time_that_would_give_few_away_is_withheld() -> None:
    few = replace(times("all", None, None, 100), accept_missed=2)
    assert gathered(told(times=(few,))).in_time is None
    none_in_time = replace(times("all", None, None, 100), accepted_in_time=2)
    assert gathered(told(times=(none_in_time,))).in_time is None
    nobody_s_time = replace(times("all", None, None, 100), accept_missed=0, accepted_in_time=0)
    assert gathered(told(times=(nobody_s_time,))).in_time is None


def test_a_small_figure_by_itself_is_withheld() -> None:
    rare = (say.Deeds("jaunpur", 1, 2, 3, 2, 1, 2, 7, 8),)
    assert set(vars_of(gathered(told(deeds=rare)).deeds)) == {None}
    few = (say.District("jaunpur", 2, 1, 2, 1),)
    report = gathered(told(districts=few), office="district:jaunpur")
    assert (report.total, report.before) == (None, None)
    [jaunpur] = report.districts
    assert (jaunpur.tips, jaunpur.open, jaunpur.overdue) == (None, None, None)
    assert jaunpur.accept == Pace()
    assert {(one.tips, one.before, one.accepted) for one in jaunpur.stations} == {
        (None, None, None)
    }


def vars_of(deeds: Any) -> tuple[int | None, ...]:
    return deeds.firs, deeds.arrests, deeds.seizures


def test_every_question_is_of_the_period_and_the_one_before_it() -> None:
    engine = Told()
    gathered(engine, office="district:ghazipur")
    assert set(engine.asked) == set(TOLD)
    for name, asked in engine.asked.items():
        assert asked.first == (date(2026, 6, 1) if name == "station_months" else date(2026, 11, 1))
        assert (asked.last, asked.earlier) == (date(2026, 11, 30), date(2026, 10, 1))
        assert (asked.reader.kind, asked.reader.places) == ("district", ("ghazipur",))
        assert asked.k == 3


def test_of_a_period_without_a_tip_nothing_more_is_asked() -> None:
    engine = told(districts=())
    assert gathered(engine).empty
    assert set(engine.asked) == {"districts", "station_months"}


@pytest.mark.parametrize(
    ("name", "query"), [("2026-W47", "station_weeks"), ("2026-11-H1", "station_fortnights")]
)
def test_the_trend_is_of_the_report_s_own_span(name: str, query: str) -> None:
    engine = Told()
    gathered(engine, period=named(name))
    assert query in engine.asked
    assert "station_months" not in engine.asked
