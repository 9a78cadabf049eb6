from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from satark.aws import clients
from satark.aws.s3 import S3DraftFiles, S3EvidenceReader, S3EvidenceStore, S3EvidenceViews
from satark.tip import Evidence

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

    from satark.evidence import CaseShelf, Shelf

BUCKET, KEY = "evidence", "arn:aws:kms:ap-south-1:123456789012:key/protected"
PHOTO = b"\xff\xd8photo"


@pytest.fixture(autouse=True)
def bucket(s3: "S3Client") -> None:
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "ap-south-1"})


@pytest.fixture
def evidence(s3: "S3Client") -> S3EvidenceStore:
    return S3EvidenceStore(s3, bucket=BUCKET, protected_key=KEY)


@pytest.fixture
def drafts(s3: "S3Client") -> S3DraftFiles:
    return S3DraftFiles(s3, bucket=BUCKET, protected_key=KEY)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "IMG_9000000001.jpg"
    file.write_bytes(PHOTO)
    return file


def test_evidence_comes_back_as_it_was_kept(
    evidence: S3EvidenceStore, s3: "S3Client", photo: Path
) -> None:
    key = evidence.keep(photo, mime="image/jpeg", shelf="kept")

    with S3EvidenceReader(s3, bucket=BUCKET).opened(key) as copy:
        assert copy.read_bytes() == PHOTO
    assert not copy.exists()


def test_names_are_random_and_begin_with_the_shelf(
    evidence: S3EvidenceStore, s3: "S3Client", photo: Path
) -> None:
    shelves: tuple[Shelf, ...] = ("draft", "kept", "kept", "protected", "quarantine")

    keys = [evidence.keep(photo, mime="image/jpeg", shelf=shelf) for shelf in shelves]

    assert [key.partition("/")[0] for key in keys] == list(shelves)
    assert len({key.partition("/")[2] for key in keys}) == len(keys)
    assert s3.head_object(Bucket=BUCKET, Key=keys[0])["Metadata"] == {}


@pytest.mark.parametrize("shelf", ["draft", "kept", "protected", "quarantine"])
def test_what_is_protected_or_could_not_be_cleaned_is_stored_under_its_own_key(
    shelf: "Shelf", evidence: S3EvidenceStore, s3: "S3Client", photo: Path
) -> None:
    key = evidence.keep(photo, mime="image/jpeg", shelf=shelf)

    assert sealed_by(s3, key) == (KEY if shelf in {"protected", "quarantine"} else None)


@pytest.mark.parametrize("shelf", ["kept", "protected"])
def test_a_drafts_file_is_filed_as_it_is_and_again_under_the_same_name(
    shelf: "CaseShelf",
    evidence: S3EvidenceStore,
    drafts: S3DraftFiles,
    s3: "S3Client",
    photo: Path,
) -> None:
    draft = evidence.keep(photo, mime="image/jpeg", shelf="draft")

    first, second = drafts.file(draft, shelf), drafts.file(draft, shelf)

    assert first == second == draft.replace("draft/", f"{shelf}/")
    stored = s3.get_object(Bucket=BUCKET, Key=first)
    assert (stored["Body"].read(), stored["ContentType"]) == (PHOTO, "image/jpeg")
    assert sealed_by(s3, first) == (KEY if shelf == "protected" else None)


def test_what_is_dropped_is_gone_and_nothing_else(
    evidence: S3EvidenceStore, drafts: S3DraftFiles, s3: "S3Client", photo: Path
) -> None:
    draft, other = (evidence.keep(photo, mime="image/jpeg", shelf="draft") for _ in range(2))

    for _ in range(2):
        drafts.drop([draft])

    left = s3.list_objects_v2(Bucket=BUCKET)["Contents"]
    assert [item["Key"] for item in left] == [other]


def sealed_by(s3: "S3Client", key: str) -> str | None:
    return s3.head_object(Bucket=BUCKET, Key=key).get("SSEKMSKeyId")


@pytest.mark.parametrize(
    ("mime", "served"),
    [
        ("image/jpeg", "image/jpeg"),
        ("video/mp4", "video/mp4"),
        ("text/html", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_a_page_gets_a_link_for_two_minutes_to_something_that_no_browser_runs(
    mime: str, served: str
) -> None:
    views = S3EvidenceViews(clients.s3(), bucket=BUCKET)
    file = Evidence("image", "kept", key="kept/k1", mime=mime)

    link = urlsplit(views.view(file, name="4829-1376-1.jpg", lives=timedelta(minutes=2)))

    asked = parse_qs(link.query)
    assert f"{link.scheme}://{link.netloc}" == views.origin
    assert views.origin == f"https://{BUCKET}.s3.ap-south-1.amazonaws.com"
    assert link.path == "/kept/k1"
    assert asked["response-content-type"] == [served]
    assert asked["response-content-disposition"] == ['attachment; filename="4829-1376-1.jpg"']
    assert asked["response-cache-control"] == ["no-store"]
    assert asked["X-Amz-Expires"] == ["120"]
