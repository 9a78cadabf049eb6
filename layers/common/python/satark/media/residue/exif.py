"""EXIF: names for what a TIFF block tells of place, device and owner.

https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf
"""

import struct
from collections.abc import Iterator
from typing import Final

_NAMED: Final = {
    0x010F: "device name",
    0x0110: "device name",
    0x0132: "date",
    0x013B: "owner",
    0x8825: "GPS",
    0x9003: "date",
    0x927C: "maker note",
    0xA430: "owner",
    0xA431: "serial number",
    0xA435: "serial number",
}
_EXIF_DIRECTORY: Final = 0x8769
_ENTRY: Final = 12


def exif(tiff: bytes) -> Iterator[str]:
    """Always "EXIF"; then names of what it holds, as far as the block can be read."""
    yield "EXIF"
    order = ">" if tiff.startswith(b"MM") else "<"
    try:
        (main,) = struct.unpack_from(f"{order}I", tiff, 4)
        tags, following = _directory(tiff, order, main)
        inner, _ = _directory(tiff, order, tags.get(_EXIF_DIRECTORY, main))
    except struct.error:
        return
    yield from (name for tag, name in _NAMED.items() if tag in tags | inner)
    if following:
        yield "thumbnail"


def _directory(tiff: bytes, order: str, at: int) -> tuple[dict[int, int], int]:
    """Values by tag, and where the following directory starts, 0 for nowhere."""
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    end = at + 2 + count * _ENTRY
    entries = (struct.unpack_from(f"{order}H6xI", tiff, e) for e in range(at + 2, end, _ENTRY))
    return dict(entries), struct.unpack_from(f"{order}I", tiff, end)[0]
