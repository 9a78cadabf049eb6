"""The queries on DuckDB, over a folder that holds what the lake's bucket holds."""

from functools import lru_cache
from pathlib import Path
from typing import Final, Self

import duckdb
import sqlglot

from satark.lake.asked import Asked
from satark.lake.layout import COMPACTED, LANDING
from satark.lake.queries import Query, QueryFailed
from satark.lake.schema import COLUMNS, PARTITION
from satark.lake.statement import Table, statement

_FILES: Final[dict[Table, str]] = {
    "landing": f"{LANDING}dt=*/*.jsonl.gz",
    "compacted": f"{COMPACTED}dt=*/*.parquet",
}
_READ: Final[dict[Table, str]] = {
    "landing": "read_json({files}, format = 'newline_delimited', columns = {columns}, {hive})",
    "compacted": "read_parquet({files}, {hive})",
}
_HIVE: Final = f"hive_partitioning = true, hive_types = {{{PARTITION}: varchar}}"
_COLUMNS: Final = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
_EMPTY: Final = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in COLUMNS.items())


class DuckDbEngine:
    """`kept`: the rows are read once, for a folder that does not change."""

    def __init__(self, folder: Path, *, kept: bool = False) -> None:
        self._db = duckdb.connect(":memory:")
        self._db.execute("CREATE SCHEMA lake")
        made = "TABLE" if kept else "VIEW"
        for table in _FILES:
            self._db.execute(f"CREATE {made} lake.{table} AS {_rows(table, folder)}")

    def add(self, folder: Path) -> None:
        """The rows of another folder, too, read now; for an engine whose rows are kept."""
        for table in _FILES:
            self._db.execute(f"INSERT INTO lake.{table} BY NAME {_rows(table, folder)}")

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        text = statement(query, asked, {table: f"lake.{table}" for table in _FILES})
        try:
            found = self._db.execute(_translated(text))
        except duckdb.Error as error:
            raise QueryFailed(f"{query.name}: {error}") from error
        names = [column[0] for column in found.description or ()]
        return query.typed(dict(zip(names, row, strict=True)) for row in found.fetchall())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()


@lru_cache(maxsize=1000)
def _translated(text: str) -> str:
    [sql] = sqlglot.transpile(text, read="athena", write="duckdb")
    return sql


def _rows(table: Table, folder: Path) -> str:
    """A relation of the table's files; of its columns without rows where there are none."""
    files = folder / _FILES[table]
    if not any(folder.glob(_FILES[table])):
        return f"SELECT {_EMPTY}, NULL::varchar AS {PARTITION} WHERE false"
    return "FROM " + _READ[table].format(
        files=_quoted(str(files)), columns=f"{{{_COLUMNS}}}", hive=_HIVE
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
