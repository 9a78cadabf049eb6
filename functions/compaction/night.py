"""What is done in a night, in an order in which it may stop anywhere and begin again.

1. Each day on which something landed: its Parquet is written, as one object, under the condition
   that nobody else wrote it meanwhile. What landed stays where it is.
2. The seal is written.
3. What an earlier night had compacted already is removed from where it landed. So a reader
   that has begun finds each row in the one place or in the other, or in both; never in neither.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.compaction.day import Merged, merge
from functions.compaction.seal import sealed
from satark import log
from satark.lake.layout import LANDING, compacted_key, daily_key, day_in, seal_key
from satark.ledger import Link
from satark.ports import Lake, Seals


class DaysLeft(Exception):
    """Some days could not be compacted; the others are."""


@dataclass(slots=True)
class Done:
    links: list[Link] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    failed: int = 0


def run(lake: Lake, seals: Seals, *, night: str) -> None:
    """`night` is the Indian date of the run. Raises DaysLeft."""
    done = Done()
    for day, keys in _landed(lake).items():
        try:
            _compact(lake, day, keys, done)
        except Exception as error:  # noqa: BLE001 - a day that cannot be read must not keep the rest
            log.failure("day_failed", error)
            done.failed += 1
    if done.links:
        name, body = sealed(done.links)
        seals.put(seal_key(night, name), body)
    lake.remove(done.settled)
    if done.failed:
        raise DaysLeft


def _landed(lake: Lake) -> dict[str, list[str]]:
    days: dict[str, list[str]] = defaultdict(list)
    for key in lake.keys(LANDING):
        days[day_in(key)].append(key)
    return days


def _compact(lake: Lake, day: str, keys: Sequence[str], done: Done) -> None:
    with TemporaryDirectory() as folder:
        files = dict(_fetched(lake, keys, Path(folder)))
        if not files:
            return
        before = Path(folder) / "before.parquet"
        version = lake.fetch(compacted_key(day), before)
        into, daily = Path(folder) / "day.parquet", Path(folder) / "daily.parquet"
        merged = merge(list(files), before if version else None, into=into, daily=daily)
        if merged.new_rows:
            lake.replace(compacted_key(day), into, version)
        lake.put(daily_key(day), daily.read_bytes())
        _note(done, merged, files)


def _fetched(lake: Lake, keys: Sequence[str], folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file with its key; one that another run has removed meanwhile is left out."""
    for number, key in enumerate(keys):
        file = folder / f"{number}.jsonl.gz"
        if lake.fetch(key, file):
            yield file, key


def _note(done: Done, merged: Merged, files: dict[Path, str]) -> None:
    done.links += merged.heads
    done.settled += [files[file] for file in merged.settled]
