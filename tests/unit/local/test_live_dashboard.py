"""The dashboard's lake and ledgers of `make up`: what is made up, and what runs, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from local.dashboard.both_ledgers import BothLedgers
from local.dashboard.live_lake import Bucket, LiveLake
from local.dashboard.sample_ledger import SampleLedger
from satark.case import Case, CaseEvent, OfficerActed, TipFiled
from satark.deadline import standing
from satark.identity import Handle
from satark.lake import queries
from satark.lake.asked import Asked, Reader
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.rows import indian
from satark.ports import Conflicted
from satark.rating import rate
from tests.fakes import Ledger
from tests.samples import varanasi
from tests.unit.dashboard.visits import FILED, tip, write_events

MADE_UP, LIVE = "10000001", "48291376"
NOW = FILED + timedelta(hours=1, seconds=7)
TODAY = indian(NOW).date()


def filed(case_id: str) -> CaseEvent:
    told = tip("ghazipur/zamania")
    what = TipFiled(told, Handle(f"handle-{case_id}"), rate(told, varanasi()))
    return CaseEvent(case_id, 1, f"{case_id}-1", FILED, what)


def closed(case_id: str, seq: int = 2) -> CaseEvent:
    """A second ago."""
    at = NOW - timedelta(seconds=1)
    return CaseEvent(case_id, seq, f"{case_id}-{seq}", at, OfficerActed("of-1", "closed"))


@dataclass
class S3:
    """The objects of one bucket, as files of a folder."""

    folder: Path
    fetched: list[str] = field(default_factory=list)

    def get_paginator(self, _name: str) -> "S3":
        return self

    def paginate(self, **said: Any) -> Iterator[dict[str, Any]]:
        files = [one for one in self.folder.rglob("*.*") if one.is_file()]
        keys = {str(one.relative_to(self.folder)): one for one in files}
        yield {
            "Contents": [
                {"Key": key, "ETag": sha256(file.read_bytes()).hexdigest()}
                for key, file in keys.items()
                if key.startswith(said["Prefix"])
            ]
        }
        yield {}

    def download_file(self, _bucket: str, key: str, to: str) -> None:
        self.fetched.append(key)
        copyfile(self.folder / key, to)


@pytest.fixture
def s3(tmp_path: Path) -> S3:
    return S3(tmp_path / "bucket")


@pytest.fixture
def lake(tmp_path: Path, s3: S3) -> LiveLake:
    """One made-up case in it."""
    write_events(tmp_path / "made-up", [filed(MADE_UP)], varanasi())
    engine = DuckDbEngine(tmp_path / "made-up", kept=True)
    return LiveLake(engine, varanasi(), bucket=Bucket(s3, "lake"), now=lambda: NOW)


def asked(**other: Any) -> Asked:
    usual = Asked(
        first=TODAY,
        last=TODAY,
        earlier=TODAY - timedelta(days=1),
        until=indian(FILED),
        reader=Reader.at("range:varanasi", varanasi()),
        k=3,
    )
    return replace(usual, **other)


def counts(lake: LiveLake) -> tuple[int, int]:
    """Tips that came, and those that stand open: until now, whatever was asked."""
    [row] = [one for one in lake.run(queries.DISTRICTS, asked()) if one.district == "ghazipur"]
    return row.tips, row.open


def test_what_comes_into_the_bucket_counts_beside_what_is_made_up_once(
    lake: LiveLake, s3: S3
) -> None:
    assert counts(lake) == (1, 1)
    assert not lake.catches_up()
    write_events(s3.folder, [filed(LIVE)], varanasi())
    assert lake.catches_up()
    assert counts(lake) == (2, 2)
    assert not lake.catches_up()
    write_events(s3.folder, [filed(LIVE), closed(LIVE)], varanasi())
    assert lake.catches_up()
    assert counts(lake) == (2, 1)
    assert len(s3.fetched) == len(set(s3.fetched)) == 2


def test_what_is_done_to_a_made_up_case_counts_and_reaches_no_other_ledger(lake: LiveLake) -> None:
    live = Ledger({LIVE: [filed(LIVE)]})
    both = BothLedgers(live, SampleLedger([filed(MADE_UP)]), lake.hear)
    for case_id in (MADE_UP, LIVE):
        [first] = both.events(case_id)
        both.append(closed(case_id), standing(Case.of([first, closed(case_id)]), varanasi()))
        assert [one.seq for one in both.events(case_id)] == [1, 2]
    assert live.events(MADE_UP) == ()
    assert lake.catches_up()
    assert counts(lake) == (1, 0)
    assert both.events("no such case") == ()


def test_whoever_comes_second_is_told(lake: LiveLake) -> None:
    both = BothLedgers(Ledger({}), SampleLedger([filed(MADE_UP)]), lake.hear)
    stands = standing(Case.of([filed(MADE_UP), closed(MADE_UP)]), varanasi())
    both.append(closed(MADE_UP), stands)
    with pytest.raises(Conflicted):
        both.append(closed(MADE_UP), stands)
