"""What the lake's two functions cost: a thousand events landed, and a night over a whole day.

A day is landed in objects of a minute each, as the stream's window makes them. Each night runs in
a process of its own, whose peak of memory is the function's. No S3 is asked: a folder plays it.
"""

import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.compaction import night
from functions.lake.landing import Landed, landed
from satark import wire
from satark.lake.cells import cell
from satark.lake.rows import Row, day_of, indian, row_of
from tests.samples import AT, filing, varanasi

MINUTES = 24 * 60
SIZES = (3_500, 350_000)
"""Events a day: of a thousand tips, and of a hundred thousand."""


class FolderLake:
    """A folder as satark.ports.Lake and Seals; a file's version is its hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keys(self, prefix: str) -> Sequence[str]:
        found = (self._folder / prefix).rglob("*.*")
        return [str(file.relative_to(self._folder)) for file in found if file.is_file()]

    def fetch(self, key: str, destination: Path) -> str | None:
        if not (self._folder / key).exists():
            return None
        body = (self._folder / key).read_bytes()
        destination.write_bytes(body)
        return sha256(body).hexdigest()

    def put(self, key: str, body: bytes) -> None:
        file = self._folder / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)

    def replace(self, key: str, source: Path, version: str | None) -> None:
        assert version == self.fetch(key, source.with_suffix(".before"))
        self.put(key, source.read_bytes())

    def remove(self, keys: Sequence[str]) -> None:
        for key in keys:
            (self._folder / key).unlink()


def main() -> None:
    milliseconds, size = _land_a_thousand()
    print(f"lake, a thousand events landed: {milliseconds:.0f} ms, {size / 1e3:.0f} kB gzipped")
    for events in SIZES:
        with TemporaryDirectory() as name:
            _fill(Path(name), events)
            seconds, megabytes = _in_a_process(Path(name))
            print(
                f"lake, a night over {events:,} events in {MINUTES} objects: "
                f"{seconds:.1f} s, {megabytes:.0f} MB at most"
            )


def _land_a_thousand() -> tuple[float, int]:
    """From the ledger's text to the object's bytes."""
    police_range, event = varanasi(), filing().event
    texts = [wire.case_event.dump(replace(event, case_id=f"{n:08}")) for n in range(1000)]
    started = time.perf_counter()
    loaded = map(wire.case_event.load, texts)
    rows = ((day_of(e), row_of(e, police_range=police_range, cell=cell)) for e in loaded)
    objects = list(landed(rows))
    return (time.perf_counter() - started) * 1e3, sum(len(one.body) for one in objects)


def _fill(folder: Path, events: int) -> None:
    lake = FolderLake(folder)
    for one in _a_day(events):
        lake.put(one.key, one.body)


def _a_day(events: int) -> list[Landed]:
    row = row_of(filing().event, police_range=varanasi(), cell=cell, row_hash="ab" * 32)
    objects = list[Landed]()
    for minute in range(MINUTES):
        numbers = range(minute, events, MINUTES)
        rows = [(AT.date().isoformat(), _numbered(row, number)) for number in numbers]
        objects += landed(rows)
    return objects


def _numbered(row: Row, number: int) -> Row:
    case_id = f"{number:08}"
    at = indian(AT) + timedelta(microseconds=number)
    return {**row, "event_id": f"{case_id}-1", "case_id": case_id, "at": at}


def _in_a_process(folder: Path) -> tuple[float, float]:
    with get_context("spawn").Pool(1) as process:
        return process.apply(_night, (folder,))


def _night(folder: Path) -> tuple[float, float]:
    lake = FolderLake(folder)
    started = time.perf_counter()
    night.run(lake, lake, night="2026-01-24")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.perf_counter() - started, peak / 1024


if __name__ == "__main__":
    main()
