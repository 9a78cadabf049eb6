"""A lake of any size, written by DuckDB: tips of half a year, with 3.4 events each."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

import duckdb

from satark.lake.cells import cell
from satark.lake.layout import COMPACTED
from satark.lake.schema import COLUMNS

DAYS: Final = 181
LAST: Final = date(2026, 11, 30)
FIRST: Final = LAST - timedelta(days=DAYS - 1)
PLACES: Final = 3000
"""Small cells, a kilometre apart."""

_TIPS: Final = f"""
    CREATE TABLE filed AS SELECT
        lpad((i * 7919 % 100000000)::VARCHAR, 8, '0') AS case_id,
        TIMESTAMP '{FIRST}' + to_microseconds((i / $tips * {DAYS} * 86400e6)::BIGINT) AS filed_at,
        ['jaunpur', 'ghazipur', 'chandauli'][1 + (random() * 2.99)::INT % 3] AS district,
        (random() * 24)::INT AS station,
        'category' || (14 * random() * random())::INT AS category,
        ['normal', 'normal', 'normal', 'sensitive', 'critical'][1 + (random() * 4)::INT] AS level,
        ({PLACES - 1} * random() * random())::INT AS place,
        3600 * -2 * ln(random()) AS delay,
        random() AS fate
    FROM range($tips) AS numbers (i)
"""
_EVENTS: Final = """
    CREATE VIEW told AS
    SELECT *, 1 AS seq, 'tip_filed' AS kind, filed_at AS "at", NULL AS action FROM filed
    UNION ALL
    SELECT *, 2, 'officer_acted', filed_at + to_seconds(delay), 'accepted' FROM filed
    WHERE fate > 0.1
    UNION ALL
    SELECT *, 3, 'officer_acted', filed_at + to_seconds(9 * delay), 'action_taken' FROM filed
    WHERE fate > 0.2
    UNION ALL
    SELECT *, 4, 'officer_acted', filed_at + to_seconds(12 * delay), 'closed' FROM filed
    WHERE fate > 0.3
"""
_FILED: Final = {
    "district": "district",
    "thana": "district || '/station-' || station",
    "category": "category",
    "conflict": "CASE WHEN fate > 0.98 THEN 'station' ELSE 'none' END",
    "level": "level",
    "score": "station",
    "accept_by": "filed_at + INTERVAL 1 DAY",
    "report_by": "filed_at + INTERVAL 7 DAY",
    "h3_r7": "CASE WHEN fate > 0.5 THEN r7 END",
    "h3_r8": "CASE WHEN fate > 0.5 THEN r8 END",
    "occurs": "'regularly'",
    "language": "'hi'",
    "photos": "(random() * 2)::INT",
    "videos": "(random() * 0.7)::INT",
    "audios": "(random() * 0.7)::INT",
    "documents": "0",
}
_COLUMNS: Final = {
    "event_id": "case_id || '-' || seq",
    "case_id": "case_id",
    "seq": "seq",
    "kind": "kind",
    "at": '"at"',
    "row_hash": "sha256(case_id || seq)",
    "action": "action",
    "status": "action",
    **{name: f"CASE WHEN seq = 1 THEN {value} END" for name, value in _FILED.items()},
}


def write(folder: Path, *, tips: int) -> None:
    """One Parquet a day, as the nightly compaction leaves them; nothing has landed since."""
    columns = ", ".join(
        f'({_COLUMNS.get(n, "NULL")})::{kind} AS "{n}"' for n, kind in COLUMNS.items()
    )
    target = folder / COMPACTED
    target.parent.mkdir(parents=True)
    with duckdb.connect(":memory:", config={"temp_directory": str(folder)}) as db:
        db.execute("SET enable_progress_bar = false")
        db.execute("SELECT setseed(0.42)")
        db.execute(_TIPS, {"tips": tips})
        db.execute("CREATE TABLE places (place INT, r7 VARCHAR, r8 VARCHAR)")
        db.executemany("INSERT INTO places VALUES (?, ?, ?)", list(map(_place, range(PLACES))))
        db.execute(_EVENTS)
        db.execute(f"""
            COPY (SELECT {columns}, strftime("at", '%Y-%m-%d') AS dt
                FROM told JOIN places USING (place) ORDER BY dt, case_id)
            TO '{target}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY dt)
        """)


def _place(number: int) -> tuple[int, str, str]:
    latitude, longitude = 25.2 + number // 60 * 0.01, 82.4 + number % 60 * 0.01
    return number, cell(latitude, longitude, 7), cell(latitude, longitude, 8)
