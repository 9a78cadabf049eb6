"""WebP: every chunk.

https://developers.google.com/speed/webp/docs/riff_container
"""

from collections.abc import Iterator
from typing import Final

from satark.media.residue.exif import exif
from satark.media.residue.reading import Malformed, Octets

_HEADER: Final = 12
_NEEDED: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_NAMED: Final = {
    b"XMP ": "XMP",
    b"ICCP": "colour profile",
    b"ANIM": "animation",
    b"ANMF": "animation",
}


def webp(data: Octets) -> Iterator[str]:
    at, end = _HEADER, 8 + int.from_bytes(data[4:8], "little")
    while at < end:
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise Malformed
        if kind == b"EXIF":
            yield from exif(data[at + 8 : at + 8 + length].removeprefix(b"Exif\0\0"))
        elif kind not in _NEEDED:
            yield _NAMED.get(kind, "other data")
        at += 8 + length + length % 2
    if at < len(data):
        yield "appended data"
