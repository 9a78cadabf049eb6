"""JPEG: every segment.

https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
"""

import re
from collections.abc import Iterator
from typing import Final

from satark.media.residue.exif import exif
from satark.media.residue.reading import Malformed, Octets

_EOI, _SOS, _JFIF, _ADOBE = 0xD9, 0xDA, 0xE0, 0xEE
_NEEDED: Final = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}) - {0xC8}
"""Frames, Huffman and arithmetic tables, scans, quantisation, line count, restart interval."""
_ENTROPY_END: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_PLAIN_JFIF, _PLAIN_ADOBE = 14, 12
_NAMED: Final = (
    (0xE1, b"http://ns.adobe.com/x", "XMP"),
    (0xE2, b"ICC_PROFILE\0", "colour profile"),
    (0xE2, b"MPF\0", "second picture"),
    (0xED, b"Photoshop 3.0\0", "IPTC"),
    (0xFE, b"", "comment"),
)


def jpeg(data: Octets) -> Iterator[str]:
    at = 2
    while data[at + 1] != _EOI:
        if data[at] != 0xFF:  # noqa: PLR2004 - the byte that opens every marker
            raise Malformed
        marker, start = data[at + 1], at + 4
        at += 2 + int.from_bytes(data[at + 2 : start])
        yield from _segment(marker, data[start:at])
        if marker == _SOS:
            at = _end_of_scan(data, at)
    if at + 2 != len(data):
        yield "appended data"


def _segment(marker: int, payload: bytes) -> Iterator[str]:
    if marker in _NEEDED or _is_plain(marker, payload):
        return
    if payload.startswith(b"Exif\0\0"):
        yield from exif(payload[6:])
    else:
        yield _name(marker, payload)


def _is_plain(marker: int, payload: bytes) -> bool:
    """JFIF's density without a thumbnail, or Adobe's way of coding colours."""
    return (marker, len(payload), payload[:5]) in {
        (_JFIF, _PLAIN_JFIF, b"JFIF\0"),
        (_ADOBE, _PLAIN_ADOBE, b"Adobe"),
    }


def _name(marker: int, payload: bytes) -> str:
    for expected, prefix, name in _NAMED:
        if marker == expected and payload.startswith(prefix):
            return name
    return "thumbnail" if marker == _JFIF else "application data"


def _end_of_scan(data: Octets, start: int) -> int:
    found = _ENTROPY_END.search(data, start)
    if found is None:
        raise Malformed
    return found.start()
