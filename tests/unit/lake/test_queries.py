"""What the queries answer about the lake of tips.txt, as counted by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import satark.lake
from satark.lake.asked import Reader
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.queries import (
    CASES,
    DISTRICTS,
    EVERY,
    HOTSPOTS,
    STATION_TREND,
    VIEWS,
    Query,
    QueryEngine,
)
from tests.unit.lake.counted import COUNTED, wall
from tests.unit.lake.small_lake import LARGE, NOVEMBER, cell_of, reader, write_to

SQL = Path(satark.lake.__file__).with_name("sql")


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryEngine]:
    folder = tmp_path_factory.mktemp("lake")
    write_to(folder)
    with DuckDbEngine(folder) as engine:
        yield engine


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_a_query_counts_as_people_do(query: Query[object], lake: QueryEngine) -> None:
    assert lake.run(query, NOVEMBER) == tuple(query.row(*row) for row in COUNTED[query.name])


def test_every_file_of_sql_is_a_query() -> None:
    assert {query.name for query in EVERY} == {file.stem for file in SQL.glob("*.sql")}


def test_a_lake_without_tips_has_nothing_to_tell(tmp_path: Path) -> None:
    with DuckDbEngine(tmp_path) as empty:
        rows = {query.name: empty.run(query, NOVEMBER) for query in EVERY}
    assert not any(rows.values())


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


def test_what_is_closed_later_stood_open_then(lake: QueryEngine) -> None:
    """105 was filed the day before, reported on in the afternoon and closed in the night."""
    noon = replace(NOVEMBER, first=date(2026, 10, 13), until=wall("10-13 12:00"))
    found = {row.case_id: row.status for row in lake.run(CASES, noon)}
    assert found["105"] == "accepted"
    assert "108" not in found  # which comes a week later


def test_who_looked_at_what_is_for_the_dig_office_alone(lake: QueryEngine) -> None:
    def looks(**asked: Any) -> int:
        return len(lake.run(VIEWS, replace(NOVEMBER, **asked)))

    for office in ("district:ghazipur", "district:jaunpur", "thana:ghazipur/zamania"):
        assert looks(reader=reader(office)) == 0
    assert looks(district="ghazipur") == 3
    assert looks(reader=Reader("range", ("ghazipur",))) == 1


def test_what_is_asked_may_be_narrowed_and_never_widened(lake: QueryEngine) -> None:
    def tips(office: str, **narrowed: Any) -> int:
        asked = replace(NOVEMBER, reader=reader(office), **narrowed)
        return sum(row.tips for row in lake.run(STATION_TREND, asked))

    assert tips("range:varanasi", district="ghazipur") == 11
    assert tips("range:varanasi", category="liquor") == 12
    assert tips("range:varanasi", district="chandauli", category="cattle") == 3
    assert tips("district:ghazipur", district="ghazipur") == 10  # 229 is about the SP office
    assert tips("district:ghazipur", district="jaunpur") == 0
    assert tips("thana:ghazipur/gahmar", district="ghazipur", category="liquor") == 0


def test_what_stands_open_may_be_asked_as_of_a_moment(lake: QueryEngine) -> None:
    def ghazipur(until: datetime) -> tuple[int, int]:
        rows = lake.run(DISTRICTS, replace(NOVEMBER, until=until))
        return next((row.tips, row.open) for row in rows if row.district == "ghazipur")

    assert ghazipur(wall("12-01 00:00")) == (11, 12)
    assert ghazipur(wall("11-30 00:00")) == (10, 11)  # 229 comes at noon


@pytest.mark.parametrize("name", ["district", "category"])
def test_a_name_that_is_none_does_not_reach_the_engine(lake: QueryEngine, name: str) -> None:
    hostile: dict[str, Any] = {name: "x' OR '' = '"}
    with pytest.raises(ValueError, match="no id"):
        lake.run(STATION_TREND, replace(NOVEMBER, **hostile))


def test_an_id_that_is_none_does_not_reach_the_engine(lake: QueryEngine) -> None:
    asked = replace(NOVEMBER, reader=Reader("district", ("x') OR ('' = '",)))
    with pytest.raises(ValueError, match="no id of a place"):
        lake.run(STATION_TREND, asked)
