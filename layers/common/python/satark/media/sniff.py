"""The kind of a file by its first bytes. Declared MIME types and file names are not believed."""

from enum import Enum
from pathlib import Path
from typing import BinaryIO


class Kind(Enum):
    """The kinds that we can clean, each with its MIME type and file extension."""

    JPEG = ("image/jpeg", ".jpg")
    PNG = ("image/png", ".png")
    WEBP = ("image/webp", ".webp")
    AVIF = ("image/avif", ".avif")
    MP4 = ("video/mp4", ".mp4")
    MOV = ("video/quicktime", ".mov")
    THREE_GP = ("video/3gpp", ".3gp")
    M4A = ("audio/mp4", ".m4a")
    OGG = ("audio/ogg", ".ogg")
    AAC = ("audio/aac", ".aac")
    AMR = ("audio/amr", ".amr")
    MP3 = ("audio/mpeg", ".mp3")
    PDF = ("application/pdf", ".pdf")

    @property
    def mime(self) -> str:
        return self.value[0]

    @property
    def extension(self) -> str:
        return self.value[1]


_PREFIXES = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"%PDF-", Kind.PDF),
    (b"OggS\0", Kind.OGG),
    (b"#!AMR\n", Kind.AMR),
    (b"#!AMR-WB\n", Kind.AMR),
)
# Major brands of ISO base media files, by https://mp4ra.org/registered-types/brands.
_BRANDS = (
    (b"avif", Kind.AVIF),
    (b"qt  ", Kind.MOV),
    (b"3gp", Kind.THREE_GP),
    (b"3g2", Kind.THREE_GP),
    (b"M4A", Kind.M4A),
    (b"M4B", Kind.M4A),
    (b"M4V", Kind.MP4),
    (b"iso", Kind.MP4),
    (b"mp4", Kind.MP4),
    (b"mmp4", Kind.MP4),
    (b"avc1", Kind.MP4),
    (b"dash", Kind.MP4),
    (b"MSNV", Kind.MP4),
)
_OLD_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip")
_ADTS_SYNC = 0xFFF0
_LAYER_3_SYNC = 0xFFE2
_HEAD = 16


def sniff(path: Path) -> Kind | None:
    """The kind of the file, or None where it is none of ours."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(b"ID3"):
            head = _after_id3(file, head)
    return _kind(head)


def _kind(head: bytes) -> Kind | None:
    for prefix, kind in _PREFIXES:
        if head.startswith(prefix):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    return _iso_media(head) or _audio_frame(head)


def _iso_media(head: bytes) -> Kind | None:
    if head[4:8] in _OLD_QUICKTIME:
        return Kind.MOV
    if head[4:8] != b"ftyp":
        return None
    return next((kind for brand, kind in _BRANDS if head[8:12].startswith(brand)), None)


def _audio_frame(head: bytes) -> Kind | None:
    """An MPEG audio frame starts with eleven set bits, an ADTS frame with twelve and layer 0."""
    sync = int.from_bytes(head[:2])
    if sync & 0xFFF6 == _ADTS_SYNC:
        return Kind.AAC
    if sync & 0xFFE6 == _LAYER_3_SYNC:
        return Kind.MP3
    return None


def _after_id3(file: BinaryIO, head: bytes) -> bytes:
    """What follows an ID3v2 tag, whose length is four bytes of seven bits (id3.org, 2.4, 3.1)."""
    length = sum(
        (byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=False)
    )
    file.seek(10 + length)
    return file.read(_HEAD)
