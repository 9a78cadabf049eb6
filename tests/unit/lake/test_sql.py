"""The SQL itself: read as Athena's, and of those parts that both engines understand alike."""

import re
import tomllib
from pathlib import Path

import duckdb
import pytest
import sqlglot
from sqlglot import exp

import satark.lake
from satark.lake.queries import EVERY, Query
from satark.lake.schema import COLUMNS, PARTITION
from satark.lake.statement import TABLES, Table, statement
from tests.trino import grammar
from tests.unit.lake.small_lake import NOVEMBER

SQL = Path(satark.lake.__file__).with_name("sql")
FILES = sorted(SQL.rglob("*.sql"))
QUERIES = sorted(SQL.glob("*.sql"))
ALIKE = {
    *("bool_or", "cast", "coalesce", "count", "cume_dist", "date_diff", "date_trunc", "day"),
    *("hour", "least", "max", "max_by", "min", "row_number", "strpos", "sum"),
}
"""Functions tried on both. Of count_if, DuckDB makes null where Athena makes nought; its date_diff
counts midnights where Athena counts days; / divides otherwise; zones are read otherwise."""
WORDS = {"and", "as", "by", "filter", "from", "in", "join", "on", "or", "over", "values", "when"}
"""Behind which a bracket is no function's."""
NAMED = re.compile(r"\b([a-z_]+) ?\(", re.IGNORECASE)
COMMENT = re.compile(r"--.*")


def named(file: Path) -> str:
    return file.stem


def tables(tree: exp.Expr) -> set[str]:
    return {table.name for table in tree.find_all(exp.Table)}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_it_says_in_its_first_line_what_it_tells(file: Path) -> None:
    text = file.read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 100
    assert re.match(r"-- [A-Z][^\n]{10,98}[^.\n]\n[^-]", text)


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_athena_can_read_it(query: Query[object]) -> None:
    text = statement(query, NOVEMBER, {table: f'"lake"."{table}"' for table in TABLES})
    [tree] = sqlglot.parse(text, read="athena", error_level=sqlglot.ErrorLevel.RAISE)
    assert isinstance(tree, exp.Select)
    assert not list(tree.find_all(exp.Command, exp.Anonymous))
    sqlglot.transpile(
        text, read="athena", write="duckdb", unsupported_level=sqlglot.ErrorLevel.RAISE
    )


@pytest.mark.skipif(not grammar.READER.exists(), reason=grammar.MISSING)
def test_a_grammar_of_trino_finds_no_fault() -> None:
    tables: dict[Table, str] = {table: f'"lake"."{table}"' for table in TABLES}
    texts = [statement(query, NOVEMBER, tables) for query in EVERY]
    views = [file.read_text("utf-8") for file in sorted((SQL / "views").glob("*.sql"))]
    *faults, of_duckdb = grammar.faults([*texts, *views, "SELECT a FROM t QUALIFY b > 1"])
    assert faults == [[]] * (len(texts) + len(views))
    assert of_duckdb


@pytest.mark.parametrize("file", FILES, ids=named)
def test_it_uses_only_what_both_engines_understand_alike(file: Path) -> None:
    text = COMMENT.sub("", file.read_text("utf-8"))
    assert {name.lower() for name in NAMED.findall(text)} - WORDS <= ALIKE | {"kinds", "units"}
    assert "/" not in text
    assert "zone" not in text.lower()
    for diff in re.findall(r"date_diff\('day', .*", text):
        assert diff.startswith("date_diff('day', date_trunc('week', filed_at), date_trunc('day'")


@pytest.mark.parametrize("file", [one for one in QUERIES if one.stem != "views"], ids=named)
def test_a_query_reads_no_tips_but_those_that_its_reader_may_see(file: Path) -> None:
    tree = sqlglot.parse_one(file.read_text("utf-8"), read="athena")
    assert tables(tree) - {"arrivals", "asked"} == {"visible"}
    if "arrivals" in tables(tree):
        assert "told.case_id = visible.case_id" in file.read_text("utf-8")


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_days_before_those_asked_for_are_read_only_where_tips_may_still_stand(
    query: Query[object],
) -> None:
    text = statement(query, NOVEMBER, {table: f"lake.{table}" for table in TABLES})
    since = [] if query.standing else ["2026-10-01", "2026-10-01"]
    assert re.findall(r"WHERE dt >= '(.*)'", text) == since


def test_infra_is_told_the_columns_of_the_views_that_take_no_parameters() -> None:
    told = tomllib.loads((SQL / "views.toml").read_text("utf-8"))
    columns = ", ".join(
        f'"{name}" {kind}' for name, kind in {**COLUMNS, PARTITION: "varchar"}.items()
    )
    with duckdb.connect() as db:
        for table in TABLES:
            db.execute(f"CREATE TABLE {table} ({columns})")
        for view in sorted((SQL / "views").glob("*.sql")):
            [sql] = sqlglot.transpile(view.read_text("utf-8"), read="athena", write="duckdb")
            if view.stem not in {"asked", "visible"}:
                db.execute(f"CREATE VIEW {view.stem} AS {sql}")
                found = db.execute(f"DESCRIBE {view.stem}").fetchall()
                types = {name: kind.lower().replace("integer", "int") for name, kind, *_ in found}
                assert list(types.items()) == list(told.pop(view.stem).items())
    assert not told


def test_an_event_that_lies_in_two_places_is_one_case_event() -> None:
    text = (SQL / "views" / "case_events.sql").read_text("utf-8")
    [sql] = sqlglot.transpile(text, read="athena", write="duckdb")
    with duckdb.connect() as db:
        db.execute("CREATE TABLE arrivals (case_id VARCHAR, seq INT, kind VARCHAR, dt VARCHAR)")
        rows = [("1", 1, "tip_filed"), ("1", 1, "tip_filed"), ("1", 2, "x"), ("2", 1, "tip_filed")]
        db.executemany("INSERT INTO arrivals VALUES (?, ?, ?, '2026-11-01')", rows)
        found = db.execute(f"SELECT case_id, seq FROM ({sql}) ORDER BY 1, 2").fetchall()
    assert found == [("1", 1), ("1", 2), ("2", 1)]
