"""MP3, AAC (ADTS) and AMR: files that should be frames from the first byte to the last.

ISO/IEC 11172-3 and 13818-3; ISO/IEC 13818-7, 6.2; RFC 4867, section 5; tags: https://id3.org
"""

from collections.abc import Generator, Iterator
from typing import Final

from satark.media.residue.reading import Malformed, Octets

_KBITS: Final = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES: Final = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_NARROW: Final = {**dict(enumerate((12, 13, 15, 17, 19, 20, 26, 31, 5))), 15: 0}
_WIDE: Final = {**dict(enumerate((17, 23, 32, 36, 40, 46, 50, 58, 60, 5))), 14: 0, 15: 0}
_TAGS: Final = ((b"TAG", "ID3"), (b"ID3", "ID3"), (b"APETAGEX", "APE tag"), (b"3DI", "ID3"))
_ID3_FRAMES: Final = {b"APIC": "cover picture", b"COMM": "comment"}
_INFO: Final = (b"Xing", b"Info", b"VBRI")


def mp3(data: Octets) -> Iterator[str]:
    at = yield from _leading_id3(data)
    first = data[at : at + 200]
    if any(mark in first for mark in _INFO):
        yield "encoder name"
    while at < len(data):
        if data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:  # noqa: PLR2004 - frame sync
            yield _tag(data, at)
            return
        at += _mp3_length(data, at)


def _mp3_length(data: Octets, at: int) -> int:
    version = data[at + 1] >> 3 & 3
    try:
        rate = _RATES[version][data[at + 2] >> 2 & 3]
        bits = 1000 * _KBITS[version == 3][data[at + 2] >> 4]  # noqa: PLR2004 - MPEG-1
    except (KeyError, IndexError) as error:
        raise Malformed from error
    if not bits:
        raise Malformed
    samples = 1152 if version == 3 else 576  # noqa: PLR2004 - MPEG-1
    return samples // 8 * bits // rate + (data[at + 2] >> 1 & 1)


def adts(data: Octets) -> Iterator[str]:
    at = yield from _leading_id3(data)
    while at < len(data):
        if data[at] != 0xFF or data[at + 1] & 0xF6 != 0xF0:  # noqa: PLR2004 - frame sync
            yield _tag(data, at)
            return
        length = int.from_bytes(data[at + 3 : at + 6]) >> 5 & 0x1FFF
        if length < 7:  # noqa: PLR2004 - the header alone
            raise Malformed
        at += length


def amr(data: Octets) -> Iterator[str]:
    wide = data[:9] == b"#!AMR-WB\n"
    at, lengths = (9, _WIDE) if wide else (6, _NARROW)
    while at < len(data):
        speech = lengths.get(data[at] >> 3 & 0x0F)
        if speech is None or data[at] & 0x83:
            yield _tag(data, at)
            return
        at += 1 + speech
    if at > len(data):
        raise Malformed


def _leading_id3(data: Octets) -> Generator[str, None, int]:
    """Returns where the frames start."""
    if data[:3] != b"ID3":
        return 0
    yield "ID3"
    yield from (name for mark, name in _ID3_FRAMES.items() if data.find(mark, 0, 4096) >= 0)
    return 10 + sum((byte & 0x7F) << 7 * (3 - place) for place, byte in enumerate(data[6:10]))


def _tag(data: Octets, at: int) -> str:
    return next((name for mark, name in _TAGS if data[at : at + len(mark)] == mark), "other data")
