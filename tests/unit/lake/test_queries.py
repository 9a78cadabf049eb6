"""What the queries answer about the lake of tips.txt, as counted by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from satark.lake.answers import OutcomeCount, StationTrend
from satark.lake.asked import Asked, Reader
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.queries import HOTSPOTS, OUTCOMES, STATION_TREND, QueryEngine
from tests.samples import varanasi
from tests.unit.lake.small_lake import LARGE, cell_of, write_to


def reader(office: str) -> Reader:
    return Reader.at(office, varanasi())


NOVEMBER = Asked(
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    earlier=date(2026, 10, 1),
    reader=reader("range:varanasi"),
    k=3,
)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryEngine]:
    folder = tmp_path_factory.mktemp("lake")
    write_to(folder)
    with DuckDbEngine(folder) as engine:
        yield engine


def test_station_trend(lake: QueryEngine) -> None:
    assert lake.run(STATION_TREND, NOVEMBER) == (
        StationTrend("chandauli", "chandauli/kotwali", 1, 1),
        StationTrend("chandauli", "chandauli/mughalsarai", 3, 1),
        StationTrend("ghazipur", "ghazipur/gahmar", 1, 0),
        StationTrend("ghazipur", "ghazipur/kotwali", 3, 1),
        StationTrend("ghazipur", "ghazipur/zamania", 4, 2),
        StationTrend("ghazipur", None, 3, 0),
        StationTrend("jaunpur", "jaunpur/kotwali", 8, 4),
        StationTrend("jaunpur", "jaunpur/line-bazar", 3, 1),
        StationTrend("jaunpur", None, 1, 0),
    )


def test_outcomes(lake: QueryEngine) -> None:
    assert lake.run(OUTCOMES, NOVEMBER) == (
        OutcomeCount("chandauli", "action_taken", 3),
        OutcomeCount("chandauli", "false_information", 1),
        OutcomeCount("ghazipur", "action_taken", 4),
        OutcomeCount("ghazipur", None, 7),
        OutcomeCount("jaunpur", "action_taken", 6),
        OutcomeCount("jaunpur", "closed", 1),
        OutcomeCount("jaunpur", "nothing_found", 1),
        OutcomeCount("jaunpur", None, 4),
    )


@pytest.mark.parametrize(
    ("k", "told"),
    [
        (2, {("bridge-1", 3), ("bridge-2", 2), ("market-1", 4), ("platform-1", 2)}),
        (3, {("bridge-1", 3), ("bridge", 3), ("market-1", 4)}),
        (4, {("bridge", 6), ("market-1", 4)}),
        (7, set()),
    ],
)
def test_a_place_with_fewer_tips_than_k_never_leaves_the_engine(
    lake: QueryEngine, k: int, told: set[tuple[str, int]]
) -> None:
    rows = lake.run(HOTSPOTS, replace(NOVEMBER, k=k))
    assert {(row.cell, row.tips) for row in rows} == {(cell_of(name), tips) for name, tips in told}
    assert {row.resolution for row in rows if row.cell in LARGE.values()} <= {7}


@pytest.mark.parametrize(
    ("office", "tips"),
    [
        ("range:varanasi", 27),
        ("district:jaunpur", 11),  # without 211, which is about the SP office
        ("district:ghazipur", 10),  # without 229, but with 245, which came from Chandauli
        ("district:chandauli", 4),
        ("thana:jaunpur/kotwali", 6),  # without 210 and 211, and 213 has gone
        ("thana:ghazipur/gahmar", 0),
        ("circle:jaunpur/circle-nagar", 6),
        ("circle:jaunpur/circle-shahganj", 0),
    ],
)
def test_nobody_counts_what_is_about_them(lake: QueryEngine, office: str, tips: int) -> None:
    rows = lake.run(STATION_TREND, replace(NOVEMBER, reader=reader(office)))
    assert sum(row.tips for row in rows) == tips


def test_a_dig_office_does_not_see_the_districts_of_another(lake: QueryEngine) -> None:
    rows = lake.run(STATION_TREND, replace(NOVEMBER, reader=Reader("range", ("jaunpur",))))
    assert {row.district for row in rows} == {"ghazipur", "chandauli"}


def test_an_id_that_is_none_does_not_reach_the_engine(lake: QueryEngine) -> None:
    asked = replace(NOVEMBER, reader=Reader("district", ("x') OR ('' = '",)))
    with pytest.raises(ValueError, match="no id of a place"):
        lake.run(STATION_TREND, asked)
