"""A JPEG picture inside another file: its coded pixels stay as they are, its metadata goes."""

import re
from collections.abc import Iterator
from typing import Final

from satark.media.cleaning import CannotClean

_SOI, _EOI, _SOS, _COM, _ADOBE = 0xD8, 0xD9, 0xDA, 0xFE, 0xEE
_APPLICATION: Final = range(0xE0, 0xF0)
_NEXT_MARKER: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Within a scan, 0xFF is followed by 0x00 (a coded 0xFF) or by a restart marker, D0 to D7."""


def without_metadata(jpeg: bytes) -> bytes:
    """The picture without application segments, comments, and bytes after its end.

    Adobe's segment stays, since it says how the colours are coded.
    """
    if jpeg[:2] != bytes((0xFF, _SOI)):
        raise CannotClean("a broken picture in a document")
    return jpeg[:2] + b"".join(_kept_segments(jpeg)) + bytes((0xFF, _EOI))


def _kept_segments(jpeg: bytes) -> Iterator[bytes]:
    at = 2
    while marker := _marker(jpeg, at):
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        if marker == _SOS:
            end = _end_of_scan(jpeg, end)
        if marker == _ADOBE or marker not in {*_APPLICATION, _COM}:
            yield jpeg[at:end]
        at = end


def _marker(jpeg: bytes, at: int) -> int | None:
    """The marker's second byte, or None at the end of the picture."""
    if jpeg[at : at + 1] != b"\xff":
        raise CannotClean("a broken picture in a document")
    return None if jpeg[at + 1] == _EOI else jpeg[at + 1]


def _end_of_scan(jpeg: bytes, start: int) -> int:
    found = _NEXT_MARKER.search(jpeg, start)
    if found is None:
        raise CannotClean("a broken picture in a document")
    return found.start()
