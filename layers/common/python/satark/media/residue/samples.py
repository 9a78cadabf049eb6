"""What an MP4 track says of its own coding. ISO/IEC 14496-12, 8.5.2 and 12."""

from collections.abc import Iterator
from typing import Final

from satark.media.residue.boxes import Box, boxes
from satark.media.residue.reading import Octets

_SOUND: Final = frozenset(
    {
        b"mp4a", b"samr", b"sawb", b"sawp", b"alac", b".mp3", b"Opus", b"fLaC", b"ac-3", b"ec-3",
        b"ipcm", b"fpcm", b"sowt", b"twos", b"lpcm",
    }
)  # fmt: skip
_NEEDED: Final = frozenset(
    {
        b"avcC", b"hvcC", b"av1C", b"vpcC", b"vvcC", b"esds", b"d263", b"damr", b"dOps", b"dfLa",
        b"dac3", b"dec3", b"alac", b"pcmC", b"chnl", b"btrt", b"pasp", b"clap", b"colr", b"fiel",
        b"mdcv", b"clli", b"SmDm", b"CoLL", b"dvcC", b"dvvC", b"bitr",
    }
)  # fmt: skip
_SOUND_FIELDS, _PICTURE_FIELDS = 28, 78
_MORE_FIELDS: Final = {1: 16, 2: 36}
"""QuickTime's later versions of a sound's fields."""
_CODER_NAME: Final = slice(42, 74)


def sample_entry(data: Octets, entry: Box) -> Iterator[str]:
    kind, start, end = entry
    fields = data[start : start + _PICTURE_FIELDS]
    if kind in _SOUND:
        version = int.from_bytes(fields[8:10])
        yield from _configuration(data, start + _SOUND_FIELDS + _MORE_FIELDS.get(version, 0), end)
        return
    if any(fields[_CODER_NAME]):
        yield "encoder name"
    yield from _configuration(data, start + _PICTURE_FIELDS, end)


def _configuration(data: Octets, start: int, end: int) -> Iterator[str]:
    if any(kind not in _NEEDED for kind, _, _ in boxes(data, start, end)):
        yield "other data"
