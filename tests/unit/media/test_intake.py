"""Every file that is sent ends as evidence: kept, quarantined or lost; or is asked for again."""

import base64
import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from satark.evidence import Shelf
from satark.media.cleaning import Scrubbed
from satark.media.intake import MAX_BYTES, Intake
from satark.message import Media
from satark.ports import MediaGone, MediaUnavailable
from satark.tip import Evidence
from tests.unit.media import specimens_pictures as pictures
from tests.unit.media.planted import PLANTED


@dataclass
class FakeMediaSource:
    """Files at Meta by media id, or the error that asking for one gives."""

    files: dict[str, bytes | Exception]
    asked: list[tuple[str, int]] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def fetch(self, media: Media, destination: Path, *, limit: int) -> None:
        self.asked.append((media.media_id, limit))
        self.folders.append(destination.parent)
        answer = self.files[media.media_id]
        if isinstance(answer, Exception):
            raise answer
        destination.write_bytes(answer)


@dataclass
class FakeEvidenceStore:
    """What was kept, by key: the bytes and their MIME type."""

    kept: dict[str, tuple[bytes, str]] = field(default_factory=dict)

    def keep(self, source: Path, *, mime: str, shelf: Shelf) -> str:
        key = f"{shelf}/{len(self.kept)}"
        self.kept[key] = (source.read_bytes(), mime)
        return key


@pytest.fixture
def store() -> FakeEvidenceStore:
    return FakeEvidenceStore()


def photo(sha256: str = "", **more: object) -> Media:
    return Media("image", "m1", "image/jpeg", sha256, **more)  # type: ignore[arg-type] # fields


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def base64_digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()


def intake(content: bytes | Exception, store: FakeEvidenceStore) -> Intake:
    return Intake(FakeMediaSource({"m1": content}), store)


@pytest.mark.parametrize(
    "declare", [base64_digest, digest, lambda content: digest(content).upper()]
)
def test_a_photo_is_kept_clean_under_both_hashes(
    declare: Callable[[bytes], str], store: FakeEvidenceStore
) -> None:
    received = pictures.jpeg_bytes()
    media = photo(declare(received), caption="here", voice=False)

    evidence = intake(received, store).keep(media, forwarded=True, shelf="draft")

    stored, mime = store.kept[evidence.key]
    assert PLANTED not in stored
    assert evidence == Evidence(
        media="image",
        state="kept",
        key="draft/0",
        mime=mime,
        size=len(stored),
        sha256_received=digest(received),
        sha256_stored=digest(stored),
        removed=evidence.removed,
        caption="here",
        forwarded=True,
    )
    assert mime == "image/jpeg"
    assert {"GPS", "serial number", "thumbnail"} < set(evidence.removed)


@pytest.mark.parametrize(
    "declared", [digest(b"other"), base64_digest(b"other"), "not base64!", "x"]
)
def test_other_bytes_than_announced_are_quarantined(
    declared: str, store: FakeEvidenceStore
) -> None:
    received = pictures.jpeg_bytes()

    evidence = intake(received, store).keep(photo(declared), shelf="draft")

    assert store.kept == {"quarantine/0": (received, "application/octet-stream")}
    assert (evidence.state, evidence.reason) == (
        "quarantined",
        "not the bytes that WhatsApp announced",
    )


def test_what_cannot_be_cleaned_is_quarantined_as_received(store: FakeEvidenceStore) -> None:
    received = b"PK\x03\x04 a document of an office"

    evidence = intake(received, store).keep(photo(digest(received)), shelf="draft")

    assert evidence == Evidence(
        media="image",
        state="quarantined",
        key="quarantine/0",
        mime="application/octet-stream",
        size=len(received),
        sha256_received=digest(received),
        sha256_stored=digest(received),
        reason="not a kind of file that we can clean",
    )
    assert store.kept["quarantine/0"][0] == received


def test_what_a_cleaner_left_dirty_is_quarantined(store: FakeEvidenceStore) -> None:
    def careless(source: Path, destination: Path) -> Scrubbed:
        destination.write_bytes(source.read_bytes())
        return Scrubbed("image/jpeg", ".jpg", ())

    received = pictures.jpeg_bytes()
    source = FakeMediaSource({"m1": received})

    evidence = Intake(source, store, scrub=careless).keep(photo(digest(received)), shelf="draft")

    assert evidence.state == "quarantined"
    assert evidence.reason.startswith("residue after cleaning: EXIF, GPS")
    assert set(store.kept) == {"quarantine/0"}


def test_what_meta_no_longer_has_is_lost(store: FakeEvidenceStore) -> None:
    evidence = intake(MediaGone("WhatsApp no longer has the file"), store).keep(
        photo(caption="c"), shelf="draft"
    )

    assert evidence == Evidence(
        "image", "lost", reason="WhatsApp no longer has the file", caption="c"
    )
    assert not store.kept


def test_what_cannot_be_fetched_now_is_left_to_the_queue(store: FakeEvidenceStore) -> None:
    with pytest.raises(MediaUnavailable):
        intake(MediaUnavailable("503"), store).keep(photo(), shelf="draft")
    assert not store.kept


@pytest.mark.parametrize(
    "content", [pictures.jpeg_bytes(), b"words", MediaGone("gone"), MediaUnavailable("later")]
)
def test_nothing_stays_on_the_disk(content: bytes | Exception, store: FakeEvidenceStore) -> None:
    source = FakeMediaSource({"m1": content})
    with suppress(MediaUnavailable):
        Intake(source, store).keep(photo(), shelf="draft")

    assert not [folder for folder in source.folders if folder.exists()]
    assert source.asked == [("m1", MAX_BYTES)]


def test_the_limit_is_whatsapps() -> None:
    assert MAX_BYTES == 104_857_600


def test_no_error_but_cannot_clean_is_swallowed(store: FakeEvidenceStore) -> None:
    def broken(source: Path, destination: Path) -> Scrubbed:
        raise OSError("no space left on device")

    source = FakeMediaSource({"m1": b"x"})
    with pytest.raises(OSError, match="no space left"):
        Intake(source, store, scrub=broken).keep(photo(), shelf="draft")
    assert not store.kept
