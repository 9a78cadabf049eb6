"""A Lake of plain bytes, which may be struck at any call, and what a reader counts in it."""

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

import duckdb

from functions.lake.landing import landed
from satark.case import CaseEvent
from satark.lake.cells import cell
from satark.lake.layout import COMPACTED, DAILY, LANDING
from satark.lake.rows import day_of, row_of
from satark.ports import Conflicted
from tests.samples import varanasi


class Struck(BaseException):
    """The process is gone, just before a call or just after it."""


@dataclass
class Shelf:
    """`strike` is the number of the half-call at which it fails; 0 is never.

    1 is before the first call, 2 after it, and so on. `views` are the objects at each half-call.
    """

    objects: dict[str, bytes] = field(default_factory=dict)
    strike: int = 0
    half_calls: int = 0
    views: list[dict[str, bytes]] = field(default_factory=list)

    def keys(self, prefix: str) -> Sequence[str]:
        with self._call():
            return [key for key in sorted(self.objects) if key.startswith(prefix)]

    def fetch(self, key: str, destination: Path) -> str | None:
        with self._call():
            if (body := self.objects.get(key)) is None:
                return None
            destination.write_bytes(body)
            return sha256(body).hexdigest()

    def put(self, key: str, body: bytes) -> None:
        with self._call():
            self.objects[key] = body

    def replace(self, key: str, source: Path, version: str | None) -> None:
        with self._call():
            found = self.objects.get(key)
            if (sha256(found).hexdigest() if found is not None else None) != version:
                raise Conflicted
            self.objects[key] = source.read_bytes()

    def remove(self, keys: Sequence[str]) -> None:
        for key in keys:
            with self._call():
                self.objects.pop(key, None)

    def _call(self) -> "_Call":
        return _Call(self)


@dataclass
class _Call:
    shelf: Shelf

    def __enter__(self) -> None:
        self._half()

    def __exit__(self, *raised: object) -> None:
        if raised[0] is None:
            self._half()

    def _half(self) -> None:
        shelf = self.shelf
        shelf.half_calls += 1
        shelf.views.append(dict(shelf.objects))
        if shelf.half_calls == shelf.strike:
            raise Struck


def land(shelf: Shelf, events: Sequence[CaseEvent]) -> None:
    """As functions.lake does with one batch of the stream."""
    rows = [
        (day_of(event), row_of(event, police_range=varanasi(), cell=cell, row_hash=f"h{event.seq}"))
        for event in events
    ]
    for one in landed(rows):
        shelf.put(one.key, one.body)


def counted(objects: dict[str, bytes]) -> dict[str, int]:
    """How many rows of each kind a reader of both tables finds, each event once."""
    rows = {
        row
        for key, body in objects.items()
        if key.startswith((LANDING, COMPACTED))
        for row in _rows(Path(key).suffix, body)
    }
    assert len({event_id for event_id, _ in rows}) == len(rows)
    return dict(Counter(kind for _, kind in rows))


@cache
def _rows(suffix: str, body: bytes) -> frozenset[tuple[str, str]]:
    if suffix == ".gz":
        lines = map(json.loads, gzip.decompress(body).splitlines())
        return frozenset((line["event_id"], line["kind"]) for line in lines)
    with NamedTemporaryFile(suffix=suffix) as file:
        Path(file.name).write_bytes(body)
        rows = duckdb.execute(f"SELECT event_id, kind FROM '{file.name}'").fetchall()
    assert len(set(rows)) == len(rows)
    return frozenset(rows)


def daily_tips(objects: dict[str, bytes]) -> int:
    with TemporaryDirectory() as folder, duckdb.connect() as db:
        total = 0
        for number, (key, body) in enumerate(objects.items()):
            if key.startswith(DAILY):
                file = Path(folder) / f"{number}.parquet"
                file.write_bytes(body)
                [(tips,)] = db.execute(f"SELECT coalesce(sum(tips), 0) FROM '{file}'").fetchall()
                total += int(tips)
        return total
