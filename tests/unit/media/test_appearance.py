"""A cleaned file shows and plays what the received one did."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import av
import pikepdf
import pytest
from PIL import Image, ImageChops

from satark.media.image import MAX_PIXELS
from satark.media.scrub import scrub
from satark.media.verify import verify
from tests.unit.media import specimens_documents as documents
from tests.unit.media import specimens_pictures as pictures
from tests.unit.media import specimens_recordings as recordings

type Builder = Callable[[Path], None]

_RECORDINGS = (
    recordings.mp4,
    recordings.hevc,
    recordings.mov,
    recordings.three_gp,
    recordings.m4a,
    recordings.ogg,
    recordings.mp3,
    recordings.aac,
    recordings.amr,
)
_MP3_DELAY = 0.025
"""An MP3's note of its encoder says how much silence came before the first sound: one frame."""
_SENDABLE = 5 * 1024 * 1024


def named(build: Builder) -> str:
    return build.__name__


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "source"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return tmp_path / "clean"


@pytest.mark.parametrize("build", [pictures.jpeg, pictures.png, pictures.webp], ids=named)
def test_a_picture_looks_the_same(build: Builder, source: Path, clean: Path) -> None:
    build(source)
    scrub(source, clean)

    assert _difference(_seen(source), _seen(clean)) <= 6


def test_a_turned_photo_stands_upright(source: Path, clean: Path) -> None:
    pictures.turned_jpeg(source)
    scrub(source, clean)

    assert _seen(clean).size == pictures.SIZE[::-1]
    assert _difference(_seen(clean), pictures.picture().rotate(-90, expand=True)) <= 6


def test_a_moving_sticker_becomes_its_first_picture(source: Path, clean: Path) -> None:
    pictures.sticker(source)
    scrub(source, clean)

    with Image.open(clean) as kept, Image.open(source) as sticker:
        assert getattr(kept, "n_frames", 1) == 1
        assert kept.getpixel((0, 0)) == (0, 0, 0, 0)
        assert _difference(kept, sticker) == 0


def test_a_photo_is_made_small_enough_to_send_on(source: Path, clean: Path) -> None:
    """Noise is what compresses worst: this PNG has 12 MB."""
    Image.effect_noise((2000, 2000), 90).convert("RGB").save(source, "PNG")
    scrubbed = scrub(source, clean)

    assert source.stat().st_size > _SENDABLE >= clean.stat().st_size
    assert scrubbed.mime == "image/jpeg"


def test_a_picture_of_64_megapixels_passes() -> None:
    assert 9248 * 6936 <= MAX_PIXELS < 10_000 * 7_000


@pytest.mark.parametrize("build", _RECORDINGS, ids=named)
def test_a_recording_plays_the_same(build: Builder, source: Path, clean: Path) -> None:
    build(source)
    scrub(source, clean)

    assert _played(source) == _played(clean)
    assert abs(_ends(source) - _ends(clean)) <= _MP3_DELAY


def test_a_telephone_held_upright_stays_upright(source: Path, clean: Path) -> None:
    recordings.turned_mp4(source)
    scrub(source, clean)

    assert _rotation(source) == _rotation(clean) != 0


@pytest.mark.parametrize(
    ("build", "mime"),
    [(recordings.sound_in_mp4, "audio/mp4"), (recordings.sound_in_3gp, "audio/amr")],
    ids=["mp4", "3gp"],
)
def test_sound_alone_is_not_called_a_video(
    build: Builder, mime: str, source: Path, clean: Path
) -> None:
    """WhatsApp carries no sound under a video's type."""
    build(source)

    assert scrub(source, clean).mime == mime
    verify(clean)


def test_a_cover_picture_is_no_video(source: Path, clean: Path) -> None:
    recordings.mp3_with_cover(source)
    scrub(source, clean)

    with av.open(str(clean)) as kept:
        assert [track.type for track in kept.streams] == ["audio"]


@pytest.mark.parametrize("build", [documents.pdf, documents.compressed_pdf], ids=named)
def test_a_page_keeps_its_words_and_photos(build: Builder, source: Path, clean: Path) -> None:
    build(source)
    scrub(source, clean)

    with pikepdf.open(clean) as kept:
        page = kept.pages[0]
        assert documents.WORDS in page.Contents.read_bytes()
        assert list(page.MediaBox) == [0, 0, 200, 200]
        photo = _seen(BytesIO(page.Resources.XObject.A.read_raw_bytes()))
        assert _difference(photo, _seen(BytesIO(pictures.jpeg_bytes()))) == 0


def test_a_filled_form_keeps_what_was_filled_in(source: Path, clean: Path) -> None:
    documents.form_pdf(source)
    scrub(source, clean)

    with pikepdf.open(clean) as kept:
        looks = [form.read_bytes() for form in kept.objects if "/BBox" in _keys(form)]
        assert [b"Filled in" in look for look in looks] == [True]


def _seen(file: Path | BytesIO) -> Image.Image:
    with Image.open(file) as picture:
        return picture.copy()


def _keys(item: pikepdf.Object) -> set[str]:
    return set(item.keys()) if isinstance(item, pikepdf.Stream) else set()


def _difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of any pixel in any band, of 255."""
    assert one.size == other.size
    difference = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))
    return max(high for _, high in difference.getextrema())  # type: ignore[misc] # four bands: pairs


def _played(path: Path) -> list[tuple[int, bytes]]:
    """What is decoded, frame by frame."""
    return [
        (plane.buffer_size, bytes(plane))
        for frame in _all_frames(path)
        for plane in frame.planes[:1]
    ]


def _ends(path: Path) -> float:
    return max(frame.time or 0 for frame in _all_frames(path))


def _all_frames(path: Path) -> list[av.VideoFrame | av.AudioFrame]:
    with av.open(str(path)) as recording:
        tracks = [track.index for track in (*recording.streams.video, *recording.streams.audio)]
    return [frame for track in tracks for frame in _frames(path, track)]


def _frames(path: Path, index: int) -> list[av.VideoFrame | av.AudioFrame]:
    with av.open(str(path)) as recording:
        return [
            frame
            for packet in recording.demux(recording.streams[index])
            for frame in packet.decode()
            if isinstance(frame, av.VideoFrame | av.AudioFrame)
        ]


def _rotation(path: Path) -> int:
    return next(frame.rotation for frame in _frames(path, 0) if isinstance(frame, av.VideoFrame))
