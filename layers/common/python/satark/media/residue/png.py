"""PNG: every chunk.

https://www.w3.org/TR/png-3/#5DataRep
"""

from collections.abc import Iterator
from typing import Final

from satark.media.residue.exif import exif
from satark.media.residue.reading import Malformed, Octets

_SIGNATURE: Final = 8
_NEEDED: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_NAMED: Final = {
    b"tEXt": "comment",
    b"zTXt": "comment",
    b"iCCP": "colour profile",
    b"tIME": "date",
    b"acTL": "animation",
    b"fcTL": "animation",
    b"fdAT": "animation",
}


def png(data: Octets) -> Iterator[str]:
    at, kind = _SIGNATURE, b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            raise Malformed
        yield from _chunk(kind, data, at + 8, length)
        at += 12 + length
    if at != len(data):
        yield "appended data"


def _chunk(kind: bytes, data: Octets, start: int, length: int) -> Iterator[str]:
    if kind in _NEEDED:
        return
    if kind == b"eXIf":
        yield from exif(data[start : start + length])
    elif kind == b"iTXt":
        yield "XMP" if data[start : start + 8] == b"XML:com." else "comment"
    else:
        yield _NAMED.get(kind, "display hints")
