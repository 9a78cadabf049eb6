"""The second reader finds what a careless cleaner would leave."""

from collections.abc import Callable
from pathlib import Path

import av
import pikepdf
import pytest
from PIL import Image

from satark.media.cleaning import CannotClean
from satark.media.scrub import scrub
from satark.media.verify import residue, verify
from tests.unit.media import specimens_documents as documents
from tests.unit.media import specimens_pictures as pictures
from tests.unit.media import specimens_recordings as recordings
from tests.unit.media.planted import PLANTED
from tests.unit.media.test_scrub import each_specimen

type Builder = Callable[[Path], None]


@each_specimen
def test_it_refuses_every_file_as_received(build: Builder, tmp_path: Path) -> None:
    build(tmp_path / "source")
    if build is recordings.amr:
        pytest.skip("AMR has no place for metadata: as received it is as clean as can be")

    with pytest.raises(CannotClean, match=r"^residue after cleaning: "):
        verify(tmp_path / "source")


@each_specimen
def test_it_refuses_a_clean_file_with_words_behind_it(build: Builder, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    build(tmp_path / "source")
    scrub(tmp_path / "source", clean)
    verify(clean)

    clean.write_bytes(clean.read_bytes() + PLANTED + b"\n" * 40)

    assert residue(clean)


def test_it_finds_the_comment_that_a_plain_save_keeps(tmp_path: Path) -> None:
    pictures.jpeg(tmp_path / "source")
    with Image.open(tmp_path / "source") as photo:
        photo.save(tmp_path / "saved", "JPEG")

    assert residue(tmp_path / "saved") == ("comment",)


def test_it_finds_what_a_remux_keeps_that_only_clears_tags(tmp_path: Path) -> None:
    recordings.mp4(tmp_path / "source")
    with (
        av.open(str(tmp_path / "source")) as old,
        av.open(str(tmp_path / "moved"), "w", format="mp4") as new,
    ):
        track = new.add_stream_from_template(old.streams.video[0])
        for packet in old.demux(old.streams.video[0]):
            if packet.dts is not None:
                packet.stream = track
                new.mux(packet)

    assert {"metadata", "encoder notes"} <= set(residue(tmp_path / "moved"))


def test_it_finds_the_photo_in_a_document_whose_information_is_gone(tmp_path: Path) -> None:
    documents.form_pdf(tmp_path / "source")
    with pikepdf.open(tmp_path / "source") as document:
        del document.Root.AcroForm
        del document.pages[0].obj["/Annots"]
        document.save(
            tmp_path / "saved",
            static_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )

    assert {"EXIF", "GPS", "IPTC", "XMP", "comment"} <= set(residue(tmp_path / "saved"))


def test_it_finds_a_photo_that_a_document_hides_among_data(tmp_path: Path) -> None:
    documents.pdf(tmp_path / "source")
    scrub(tmp_path / "source", tmp_path / "clean")
    with pikepdf.open(tmp_path / "clean") as document:
        document.pages[0].Resources.XObject.B = document.make_stream(pictures.jpeg_bytes())
        document.save(
            tmp_path / "hiding",
            static_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )

    assert residue(tmp_path / "hiding") == ("disguised picture",)


@pytest.mark.parametrize(
    "content", [b"", b"words", b"\xff\xd8\xff", b"OggS\0", b"%PDF-1.3\n(text)"]
)
def test_it_refuses_what_it_cannot_read(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "clean").write_bytes(content)

    with pytest.raises(CannotClean):
        verify(tmp_path / "clean")
