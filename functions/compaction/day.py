"""One day's files made into one, with DuckDB. Whatever comes twice counts once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from satark.lake.schema import COLUMNS
from satark.ledger import Link

_COLUMNS: Final = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
_SELECTED: Final = ", ".join(f'"{name}"' for name in COLUMNS)
_LANDED: Final = f"""
    CREATE TABLE landed AS SELECT * FROM read_json(
        $files, format = 'newline_delimited', columns = {{{_COLUMNS}}}, filename = true)
"""  # noqa: S608 - our own column names
_EMPTY: Final = "CREATE VIEW compacted AS SELECT * EXCLUDE (filename) FROM landed WHERE false"
_MERGED: Final = f"""
    CREATE TABLE merged AS SELECT {_SELECTED} FROM (
        SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY filename) AS nth
        FROM (SELECT * FROM landed UNION ALL BY NAME SELECT *, '' AS filename FROM compacted)
    ) WHERE nth = 1 ORDER BY case_id, seq
"""  # noqa: S608 - our own column names
"""What was compacted comes first: a row never changes once it is there."""
_SETTLED: Final = """
    SELECT filename FROM landed GROUP BY filename
    HAVING bool_and(event_id IN (SELECT event_id FROM compacted)) ORDER BY filename
"""
_HEADS: Final = """
    SELECT case_id, max(seq), arg_max(row_hash, seq) FROM landed
    WHERE row_hash IS NOT NULL GROUP BY case_id ORDER BY case_id
"""
_DAILY: Final = """
    SELECT district, thana, category, "level", conflict, count(*)::INT AS tips,
        sum(photos)::INT AS photos, sum(videos)::INT AS videos,
        sum(audios)::INT AS audios, sum(documents)::INT AS documents
    FROM merged WHERE kind = 'tip_filed' GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """`settled` are the files whose rows had all been compacted before.

    `heads` tell how far each case came in what landed.
    """

    settled: tuple[Path, ...]
    heads: tuple[Link, ...]
    new_rows: int


def merge(landing: Sequence[Path], before: Path | None, *, into: Path, daily: Path) -> Merged:
    """Write the day's Parquet and its counts. `before` is the day's Parquet so far."""
    with _opened(into.parent) as db:
        db.execute(_LANDED, {"files": [str(file) for file in landing]})
        db.execute(f"CREATE VIEW compacted AS FROM '{before}'" if before else _EMPTY)
        db.execute(_MERGED)
        db.execute(f"COPY merged TO '{into}' (FORMAT parquet, COMPRESSION zstd)")
        db.execute(f"COPY ({_DAILY}) TO '{daily}' (FORMAT parquet, COMPRESSION zstd)")
        return Merged(
            settled=tuple(Path(name) for (name,) in db.execute(_SETTLED).fetchall()),
            heads=tuple(Link(*found) for found in db.execute(_HEADS).fetchall()),
            new_rows=_count(db, "merged") - _count(db, "compacted"),
        )


def _opened(scratch: Path) -> duckdb.DuckDBPyConnection:
    """Without the bar that DuckDB draws on standard output, which is the function's log."""
    db = duckdb.connect(":memory:", config={"temp_directory": str(scratch)})
    return db.execute("SET enable_progress_bar = false")


def _count(db: duckdb.DuckDBPyConnection, table: str) -> int:
    [(count,)] = db.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608 - our own names
    return int(count)
