"""Rows as the objects that they land in: the same rows always make the same object."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from satark.lake.layout import landing_key
from satark.lake.rows import Row, Value
from satark.lake.schema import COLUMNS


@dataclass(frozen=True, slots=True)
class Landed:
    key: str
    body: bytes


def landed(rows: Iterable[tuple[str, Row]]) -> Iterator[Landed]:
    """One object for each day of the batch, of gzipped JSON lines; rows come with their day.

    Its name is its content's hash: a batch that is delivered again writes what is there, and an
    object that was once compacted stays compacted, whoever writes it again.
    """
    days: dict[str, list[Row]] = defaultdict(list)
    for day, row in rows:
        days[day].append(row)
    for day, its_rows in sorted(days.items()):
        text = "".join(_line(row) for row in its_rows).encode()
        yield Landed(landing_key(day, sha256(text).hexdigest()), gzip.compress(text, mtime=0))


def _line(row: Row) -> str:
    """Every column, null or not: a reader may take its columns from any one line."""
    whole = {name: _written(row.get(name)) for name in COLUMNS}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _written(value: Value) -> str | int | bool | None:
    """A timestamp as Athena's JSON reader takes it."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="milliseconds")
    return value
