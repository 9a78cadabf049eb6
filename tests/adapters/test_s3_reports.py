"""Reports on their shelf, against S3 as moto plays it."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from moto import mock_aws

from satark.aws.s3_reports import S3KeptReports, S3ReportShelf
from satark.shelved import Shelved

JAUNPUR = "district:jaunpur"
BOTH = {"pdf": b"%PDF", "xlsx": b"PK"}


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3ReportShelf]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-south-1")
    with mock_aws():
        boto3.client("s3").create_bucket(
            Bucket="lake", CreateBucketConfiguration={"LocationConstraint": "ap-south-1"}
        )
        yield S3ReportShelf(boto3.client("s3"), bucket="lake")


@pytest.fixture
def kept(shelf: S3ReportShelf) -> S3KeptReports:
    shelf.keep(JAUNPUR, "2026-11", BOTH)
    shelf.keep(JAUNPUR, "2026-W47", BOTH)
    shelf.keep("range:varanasi", "2026-11", BOTH)
    return S3KeptReports(boto3.client("s3"), bucket="lake")


def test_an_office_finds_its_own_and_no_other_s(kept: S3KeptReports) -> None:
    assert kept.of(JAUNPUR) == [
        Shelved(JAUNPUR, "2026-11", frozenset(BOTH)),
        Shelved(JAUNPUR, "2026-W47", frozenset(BOTH)),
    ]
    assert kept.of("district:jaun") == kept.of("district:") == []


def test_one_made_again_takes_the_place_of_the_first(
    shelf: S3ReportShelf, kept: S3KeptReports
) -> None:
    shelf.keep(JAUNPUR, "2026-11", {**BOTH, "pdf": b"%PDF, later"})
    assert len(kept.of(JAUNPUR)) == len({"2026-11", "2026-W47"})
    found = boto3.client("s3").get_object(Bucket="lake", Key="reports/district/jaunpur/2026-11.pdf")
    assert (found["Body"].read(), found["ContentType"]) == (b"%PDF, later", "application/pdf")


def test_a_link_lives_for_minutes_and_saves_a_file_that_says_what_it_is(
    kept: S3KeptReports,
) -> None:
    link = urlsplit(kept.link(kept.of(JAUNPUR)[0], "xlsx", timedelta(minutes=5)))
    said = parse_qs(link.query)
    assert link.path.endswith("reports/district/jaunpur/2026-11.xlsx")
    assert said.get("X-Amz-Expires", said.get("Expires")) is not None
    assert said["response-content-disposition"] == [
        'attachment; filename="satark-mitra-2026-11-jaunpur.xlsx"'
    ]
