"""The lake's queries: how long on DuckDB, how much Athena would read for them, what it would cost.

A query asks for November and compares with October; those that look at what stands open read a
year. Athena reads whole columns of the days it needs, as compressed, and at least 10 MB a query.
"""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import sqlglot
from sqlglot import exp
from sqlglot.optimizer.pushdown_projections import pushdown_projections
from sqlglot.optimizer.qualify import qualify

from benchmarks import lake_files
from satark.lake.asked import Asked, Reader
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.layout import COMPACTED
from satark.lake.queries import EVERY, Query
from satark.lake.schema import COLUMNS, PARTITION
from satark.lake.statement import TABLES, statement

SIZES = (100_000, 1_000_000)
RUNS = 3
NOVEMBER = Asked(
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    earlier=date(2026, 10, 1),
    reader=Reader("range", ()),
    k=3,
)
DAYS_READ = 61
DAYS_READ_STANDING = 365
TIPS_A_DAY = (1_000, 100_000, 1_000_000)
DOLLARS_A_BYTE = 5e-12
"""$5 a terabyte: https://aws.amazon.com/athena/pricing/"""
LEAST_BYTES = 10_000_000
REPORTS_A_MONTH = (52 / 12 + 2 + 1) * 4
"""Weekly, fortnightly and monthly, for the range and three districts; each asks every query."""
ASKED_A_MONTH = 1000 * 30
"""On a dashboard: a thousand questions a day, of each kind as many."""


def main() -> None:
    seconds: list[dict[str, float]] = []
    bytes_a_tip: dict[str, float] = {}
    for tips in SIZES:
        with TemporaryDirectory() as name:
            lake_files.write(Path(name), tips=tips)
            seconds.append(dict(_timed(Path(name))))
            bytes_a_tip = dict(_bytes_a_tip(Path(name), tips))
    _print_times(seconds)
    _print_bytes(bytes_a_tip)


def _timed(folder: Path) -> Iterator[tuple[str, float]]:
    """Seconds, the best of some: the others were disturbed."""
    with DuckDbEngine(folder) as engine:
        for query in EVERY:
            yield query.name, min(_once(engine, query) for _ in range(RUNS))


def _once(engine: DuckDbEngine, query: Query[object]) -> float:
    started = time.perf_counter()
    engine.run(query, NOVEMBER)
    return time.perf_counter() - started


def _bytes_a_tip(folder: Path, tips: int) -> Iterator[tuple[str, float]]:
    sizes = _column_sizes(folder)
    for query in EVERY:
        read = _columns_read(query)
        yield query.name, sum(sizes[column] * times for column, times in read.items()) / tips


def _column_sizes(folder: Path) -> dict[str, int]:
    found = duckdb.execute(
        "SELECT path_in_schema, sum(total_compressed_size) FROM parquet_metadata($files)"
        " GROUP BY path_in_schema",
        {"files": str(folder / COMPACTED / "*" / "*.parquet")},
    ).fetchall()
    return {name: int(size) for name, size in found}


def _columns_read(query: Query[object]) -> Counter[str]:
    """How often each column of the table is read: Athena reads anew for each use of a view."""
    text = statement(query, NOVEMBER, {table: f"lake.{table}" for table in TABLES})
    columns = {**COLUMNS, PARTITION: "varchar"}
    schema: dict[str, object] = {"lake": dict[str, object].fromkeys(TABLES, columns)}
    tree = pushdown_projections(qualify(sqlglot.parse_one(text, read="athena"), schema=schema))
    views = {view.alias: view.this for view in tree.args["with_"].expressions}
    uses = _uses(tree.copy(), views)
    [table] = [source for name, source in views.items() if name == "compacted"]
    names = {column.name for column in table.find_all(exp.Column)} - {PARTITION}
    return Counter(dict.fromkeys(names, uses["compacted"]))


def _uses(tree: exp.Expr, views: dict[str, exp.Expr]) -> Counter[str]:
    """How often a query comes, through all views, to each of them."""
    tree.set("with_", None)
    uses: Counter[str] = Counter()
    for table in tree.find_all(exp.Table):
        if not table.db and table.name in views:
            uses[table.name] += 1
            uses += _uses(views[table.name].copy(), views)
    return uses


def _print_times(seconds: list[dict[str, float]]) -> None:
    few, many = seconds
    print(f"queries on DuckDB, best of {RUNS}, over Parquet of {SIZES[0]:,} and {SIZES[1]:,} tips")
    print(f"  {'query':20} {'1e5':>8} {'1e6':>9} {'ratio':>6}")
    for name in few:
        ratio = many[name] / few[name]
        print(f"  {name:20} {few[name] * 1e3:5.0f} ms {many[name] * 1e3:6.0f} ms {ratio:6.1f}")


def _print_bytes(bytes_a_tip: dict[str, float]) -> None:
    print("bytes that Athena reads: bytes a tip x tips a day x days (61, or 365 of what stands)")
    print(f"  {'query':20} {'B a tip':>8} {'days':>5}" + "".join(f"{n:>13,}" for n in TIPS_A_DAY))
    for query in EVERY:
        each = bytes_a_tip[query.name]
        read = "".join(f"{each * n * _days(query) / 1e6:10,.0f} MB" for n in TIPS_A_DAY)
        print(f"  {query.name:20} {each:8.1f} {_days(query):5}{read}")
    print("dollars a month: $5 a TB x the sum over queries of max(10 MB, bytes) x times a month")
    for what, times in (
        (f"reports, each query {REPORTS_A_MONTH:.0f} times", REPORTS_A_MONTH),
        (f"dashboard, {ASKED_A_MONTH:,} questions", ASKED_A_MONTH / len(EVERY)),
    ):
        costs = "".join(f"{_dollars(bytes_a_tip, n, times):13,.2f}" for n in TIPS_A_DAY)
        print(f"  {what:34}{costs}")


def _days(query: Query[object]) -> int:
    return DAYS_READ_STANDING if query.standing else DAYS_READ


def _dollars(bytes_a_tip: dict[str, float], tips_a_day: int, times: float) -> float:
    read = (bytes_a_tip[query.name] * tips_a_day * _days(query) for query in EVERY)
    return DOLLARS_A_BYTE * times * sum(max(LEAST_BYTES, one) for one in read)


if __name__ == "__main__":
    main()
