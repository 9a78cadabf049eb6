"""Broken, lying and greedy files end as CannotClean or as a clean file, within bounds."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from satark.media.cleaning import CannotClean
from satark.media.sandbox import Limits, scrub_apart
from satark.media.scrub import scrub
from satark.media.sniff import Kind, sniff
from satark.media.verify import verify
from tests.unit.media import specimens_documents as documents
from tests.unit.media import specimens_pictures as pictures
from tests.unit.media import specimens_recordings as recordings
from tests.unit.media.planted import PLANTED, planted_in
from tests.unit.media.test_scrub import EXPECTED, each_specimen

EXAMPLES = 100
_DRAWN_ANEW = {"jpeg", "png", "webp", "sticker", "avif"}

type Builder = Callable[[Path], None]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "source"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return tmp_path / "clean"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of every specimen, whole."""
    folder = tmp_path_factory.mktemp("whole")
    for build in EXPECTED:
        build(folder / build.__name__)
    return folder


def archive() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("word/document.xml", PLANTED)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"just words",
        archive(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word document",
        b"MZ a Windows program",
        b"\x7fELF a Linux program",
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a\x01\0\x01\0",
        b"\x1a\x45\xdf\xa3 webm",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"\n%PDF-1.4 not at the start",
    ],
)
def test_what_is_not_of_our_kinds_is_refused(content: bytes, source: Path, clean: Path) -> None:
    source.write_bytes(content)

    with pytest.raises(CannotClean, match="not a kind of file that we can clean"):
        scrub(source, clean)


@each_specimen
def test_a_file_cut_short_is_refused_or_clean(build: Builder, source: Path, clean: Path) -> None:
    build(source)
    whole = source.read_bytes()
    for length in (12, 40, len(whole) // 3, len(whole) // 2, len(whole) - 3):
        source.write_bytes(whole[:length])
        _refused_or_clean(source, clean)
        assert not clean.exists() or not planted_in(clean)


@each_specimen
def test_a_file_with_an_archive_behind_it_loses_the_archive(
    build: Builder, source: Path, clean: Path
) -> None:
    build(source)
    source.write_bytes(source.read_bytes() + archive())

    _refused_or_clean(source, clean)

    assert not clean.exists() or b"PK\x03\x04" not in clean.read_bytes()


def test_a_pdf_inside_a_photo_is_lost(source: Path, clean: Path) -> None:
    pictures.jpeg(source)
    photo = source.read_bytes()
    comment = b"%PDF-1.4\n" + PLANTED
    segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment
    source.write_bytes(photo[:2] + segment + photo[2:])

    scrub(source, clean)

    assert sniff(clean) is Kind.JPEG
    assert b"%PDF" not in clean.read_bytes()


def test_a_picture_of_a_size_it_does_not_have_is_refused(source: Path, clean: Path) -> None:
    pictures.pixel_bomb(source)

    with pytest.raises(CannotClean):
        scrub(source, clean)


def test_a_picture_too_large_for_our_memory_is_refused(source: Path, clean: Path) -> None:
    Image.new("1", (8200, 8000)).save(source, "PNG")

    with pytest.raises(CannotClean, match="a picture of more than 65 megapixels"):
        scrub(source, clean)


def test_a_recording_that_would_grow_is_refused(source: Path, clean: Path) -> None:
    recordings.growing_mp4(source)

    with pytest.raises(CannotClean, match="unpacks to more than its own size"):
        scrub(source, clean)
    assert clean.stat().st_size < 3 * 1024 * 1024


def test_an_encrypted_document_is_refused(source: Path, clean: Path) -> None:
    documents.encrypted_pdf(source)

    with pytest.raises(CannotClean, match="an encrypted document"):
        scrub(source, clean)


def test_a_document_that_inflates_without_end_is_refused(source: Path, clean: Path) -> None:
    documents.inflating_pdf(source)

    with pytest.raises(CannotClean):
        scrub_apart(source, clean, Limits(seconds=30, memory=256 * 1024 * 1024))


_HEADS = st.sampled_from(
    [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 ", b"%PDF-1.7\n",
     b"OggS\0\x02", b"#!AMR\n", b"ID3\x04\0\0\0\0\0\0\xff\xfb", b"\xff\xfb\x90", b"\xff\xf1\x50",
     b"\0\0\0\x18ftypisom", b"\0\0\0\x18ftypqt  ", b"\0\0\0\x18ftyp3gp4", b"\0\0\0\x18ftypavif"]
)  # fmt: skip


@settings(max_examples=EXAMPLES, deadline=None)
@given(head=_HEADS, body=st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_cannot_clean(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, body: bytes
) -> None:
    folder = tmp_path_factory.mktemp("random")
    (folder / "source").write_bytes(head + body)

    _refused_or_clean(folder / "source", folder / "clean")


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    name=st.sampled_from([build.__name__ for build in EXPECTED]),
    flips=st.dictionaries(st.integers(0, 2**20), st.integers(1, 255), min_size=1, max_size=8),
)
def test_a_file_with_flipped_bytes_is_refused_or_clean(
    whole: Path,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    flips: dict[int, int],
) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    content = bytearray((whole / name).read_bytes())
    for place, flip in flips.items():
        content[place % len(content)] ^= flip
    (folder / "source").write_bytes(content)

    _refused_or_clean(folder / "source", folder / "clean")
    # What is carried over undecoded may, by a flip, take in metadata as sound or as part of a page.
    if name in _DRAWN_ANEW and (folder / "clean").exists():
        assert not planted_in(folder / "clean")


def _refused_or_clean(source: Path, clean: Path) -> None:
    """The two ways that a cleaning may end; verify may refuse as well."""
    clean.unlink(missing_ok=True)
    try:
        scrub(source, clean)
        verify(clean)
    except CannotClean:
        clean.unlink(missing_ok=True)
