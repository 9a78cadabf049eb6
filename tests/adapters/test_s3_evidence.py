from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from satark.aws.s3 import S3EvidenceStore

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@pytest.fixture
def evidence(s3: "S3Client") -> S3EvidenceStore:
    s3.create_bucket(
        Bucket="evidence", CreateBucketConfiguration={"LocationConstraint": "ap-south-1"}
    )
    return S3EvidenceStore(s3, bucket="evidence")


def test_evidence_comes_back_as_it_was_kept(evidence: S3EvidenceStore, tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(b"\xff\xd8photo")

    key = evidence.keep(photo, mime="image/jpeg")

    with evidence.opened(key) as copy:
        assert copy.read_bytes() == b"\xff\xd8photo"
    assert not copy.exists()


def test_names_are_random_and_quarantine_stands_apart(
    evidence: S3EvidenceStore, s3: "S3Client", tmp_path: Path
) -> None:
    photo = tmp_path / "IMG_9000000001.jpg"
    photo.write_bytes(b"x")

    first, second = (evidence.keep(photo, mime="image/jpeg") for _ in range(2))
    apart = evidence.keep(photo, mime="application/zip", quarantine=True)

    assert first != second
    assert [key.partition("/")[0] for key in (first, second, apart)] == [
        "kept",
        "kept",
        "quarantine",
    ]
    assert s3.head_object(Bucket="evidence", Key=first)["Metadata"] == {}
