"""Every kind of file loses what was planted in it, and nothing but that is named as removed."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from satark.media.scrub import scrub
from satark.media.verify import verify
from tests.unit.media import specimens_documents as documents
from tests.unit.media import specimens_pictures as pictures
from tests.unit.media import specimens_recordings as recordings
from tests.unit.media.planted import planted_in

type Builder = Callable[[Path], None]

_CAMERA = {"EXIF", "GPS", "XMP", "device name", "maker note", "serial number", "thumbnail"}
_PHOTO = _CAMERA | {"IPTC", "colour profile", "comment"}
_PHONE = {"GPS", "date", "device name", "language"}
_PDF = _PHOTO | {
    "annotations", "application data", "attachment", "document information", "hidden properties",
    "language", "outline", "script",
}  # fmt: skip
EXPECTED: dict[Builder, tuple[str, set[str]]] = {
    pictures.jpeg: ("image/jpeg", _PHOTO),
    pictures.png: ("image/png", _CAMERA | {"colour profile", "comment"}),
    pictures.webp: ("image/jpeg", _CAMERA | {"colour profile"}),
    pictures.sticker: ("image/png", {"XMP", "animation"}),
    pictures.avif: ("image/jpeg", {"EXIF", "XMP"}),
    recordings.mp4: ("video/mp4", _PHONE | {"XMP", "encoder notes", "metadata", "other data"}),
    recordings.hevc: ("video/mp4", _PHONE | {"encoder notes", "metadata"}),
    recordings.mov: ("video/mp4", _PHONE | {"encoder notes", "metadata", "other data"}),
    recordings.three_gp: ("video/3gpp", _PHONE | {"other data"}),
    recordings.m4a: ("audio/mp4", _PHONE | {"metadata"}),
    recordings.ogg: ("audio/ogg", {"GPS", "comment", "encoder name"}),
    recordings.mp3: ("audio/mpeg", {"ID3", "encoder name"}),
    recordings.aac: ("audio/aac", {"ID3"}),
    recordings.amr: ("audio/amr", set()),
    documents.pdf: ("application/pdf", _PDF),
    documents.compressed_pdf: ("application/pdf", _PDF),
    documents.form_pdf: ("application/pdf", _PHOTO | {"annotations", "form"}),
}
each_specimen = pytest.mark.parametrize("build", EXPECTED, ids=lambda build: build.__name__)
_NO_PLACE_FOR_METADATA = recordings.amr


@pytest.mark.promise(3)
@each_specimen
def test_nothing_planted_is_left(build: Builder, tmp_path: Path) -> None:
    source, clean = tmp_path / "source", tmp_path / "clean"
    build(source)
    assert planted_in(source) or build is _NO_PLACE_FOR_METADATA

    scrub(source, clean)

    assert not planted_in(clean)
    verify(clean)


@each_specimen
def test_the_record_names_the_kind_and_what_was_removed(build: Builder, tmp_path: Path) -> None:
    build(tmp_path / "source")

    scrubbed = scrub(tmp_path / "source", tmp_path / "clean")

    assert (scrubbed.mime, set(scrubbed.removed)) == EXPECTED[build]
    assert list(scrubbed.removed) == sorted(set(scrubbed.removed))


@each_specimen
def test_a_clean_file_is_cleaned_to_itself(build: Builder, tmp_path: Path) -> None:
    """Nothing of one cleaning, such as a date or a random id, is in its output."""
    build(tmp_path / "source")
    scrub(tmp_path / "source", tmp_path / "once")
    scrub(tmp_path / "source", tmp_path / "again")

    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes()


_TELLING = (
    "GPS",
    "XMP",
    "IPTC",
    "Photoshop",
    "ICC",
    "UserData",
    "Keys",
    "ItemList",
    "ID3",
    "MakerNotes",
)


@pytest.mark.skipif(
    shutil.which("exiftool") is None,
    reason="exiftool is not installed: apt-get install libimage-exiftool-perl to check against it",
)
@each_specimen
def test_exiftool_agrees(build: Builder, tmp_path: Path) -> None:
    source, clean = tmp_path / "source", tmp_path / "clean"
    build(source)
    scrub(source, clean)

    tags = _exiftool(clean)

    assert not {tag for tag in tags if tag.split(":")[0] in _TELLING}
    assert {str(value) for tag, value in tags.items() if tag.endswith("Date")} <= {
        "0000:00:00 00:00:00"
    }


def _exiftool(path: Path) -> dict[str, object]:
    done = subprocess.run(
        ["exiftool", "-ee", "-a", "-G1", "-json", "-x", "System:all", path],
        capture_output=True,
        check=False,
    )
    tags: dict[str, object] = json.loads(done.stdout)[0]
    return tags
