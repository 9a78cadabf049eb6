"""The lake in S3: a day is replaced as it was read or not at all; the stream lands in it."""

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from functions.lake import handler
from satark.aws import clients
from satark.aws.dynamo_cases import append_requests, row_of
from satark.aws.s3_lake import S3Lake
from satark.lake.layout import LANDING
from satark.ledger import BEGINNING
from satark.police_range.load import dump
from satark.ports import Conflicted
from tests.samples import filing, varanasi

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

FILED = filing().event


@pytest.fixture
def lake(s3: "S3Client") -> S3Lake:
    s3.create_bucket(Bucket="lake", CreateBucketConfiguration={"LocationConstraint": "ap-south-1"})
    return S3Lake(s3, bucket="lake")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    compiled = tmp_path / "range.json"
    compiled.write_text(dump(varanasi()), "utf-8")
    monkeypatch.setenv("RANGE_FILE", str(compiled))
    monkeypatch.setenv("LAKE_BUCKET", "lake")
    for cached in (clients.s3, handler.landing, handler.police_range, handler.settings):
        cached.cache_clear()


def inserted() -> dict[str, Any]:
    row = row_of(FILED, BEGINNING)
    put, _ = append_requests(FILED, filing().standing, row, cases="cases", heads="heads")
    return {"Records": [{"dynamodb": {"NewImage": put["Item"]}}]}


def test_an_object_is_read_as_it_was_put(lake: S3Lake, tmp_path: Path) -> None:
    lake.put("a/1", b"one")
    lake.put("b/1", b"two")
    assert lake.keys("a/") == ["a/1"]
    assert lake.fetch("a/1", tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"one"
    assert lake.fetch("a/2", tmp_path / "file") is None


def test_a_day_that_somebody_wrote_first_is_not_written_over(lake: S3Lake, tmp_path: Path) -> None:
    day = tmp_path / "day"
    day.write_bytes(b"mine")
    lake.put("day", b"theirs")
    with pytest.raises(Conflicted):
        lake.replace("day", day, None)
    lake.fetch("day", tmp_path / "read")
    assert (tmp_path / "read").read_bytes() == b"theirs"


def test_a_day_is_replaced_as_it_was_read(lake: S3Lake, tmp_path: Path) -> None:
    day = tmp_path / "day"
    day.write_bytes(b"first")
    lake.replace("day", day, None)
    version = lake.fetch("day", tmp_path / "read")
    day.write_bytes(b"second")
    lake.replace("day", day, version)
    lake.fetch("day", tmp_path / "read")
    assert (tmp_path / "read").read_bytes() == b"second"


def test_objects_are_removed(lake: S3Lake) -> None:
    lake.put("a", b"")
    lake.put("b", b"")
    lake.remove(["a"])
    lake.remove([])
    assert lake.keys("") == ["b"]


@pytest.mark.usefixtures("told")
def test_an_event_of_the_stream_lands_once_however_often_it_comes(
    lake: S3Lake, tmp_path: Path
) -> None:
    for _ in range(2):
        handler.lambda_handler(inserted(), None)
    [key] = lake.keys(LANDING)
    assert key.startswith("events/landing/dt=2026-01-23/")
    lake.fetch(key, tmp_path / "landed")
    [line] = gzip.decompress((tmp_path / "landed").read_bytes()).splitlines()
    row = json.loads(line)
    assert row["event_id"] == f"{FILED.case_id}-1"
    assert row["row_hash"] == row_of(FILED, BEGINNING).hash
    assert row["at"] == "2026-01-23 15:00:00.000"
    assert row["thana"] == "ghazipur/zamania"
