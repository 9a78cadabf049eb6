"""MP4, QuickTime and 3GP: every box.

ISO/IEC 14496-12; the list of boxes: https://mp4ra.org
"""

from collections.abc import Iterator
from typing import Final

from satark.media.residue.boxes import Box, boxes
from satark.media.residue.notes import encoder_notes
from satark.media.residue.reading import Octets
from satark.media.residue.samples import sample_entry

_CONTAINERS: Final = frozenset({b"moov", b"trak", b"edts", b"mdia", b"minf", b"dinf", b"udta"})
_NEEDED: Final = frozenset(
    {
        b"ftyp", b"mdat", b"elst", b"vmhd", b"smhd", b"dref", b"stts", b"stss", b"ctts", b"cslg",
        b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sgpd", b"sbgp", b"sdtp",
    }
)  # fmt: skip
_NAMED: Final = {b"uuid": "XMP", b"XMP_": "XMP", b"meta": "metadata", b"chpl": "chapters"}
_LISTED: Final = {b"Exif": "EXIF", b"application/rdf+xml": "XMP"}
_PLACES: Final = (b"\xa9xyz", b"loci", b"location")
_LOOKED_AT: Final = 65536
_MOVIE_HANDLERS: Final = {b"vide": b"VideoHandler\0", b"soun": b"SoundHandler\0", b"mdir": b"\0"}
_UNDETERMINED: Final = b"\x55\xc4"


def isobmff(data: Octets) -> Iterator[str]:
    yield from _inside(data, 0, len(data))


def avif(data: Octets) -> Iterator[str]:
    """Names only what a picture's own metadata box lists; our cleaners never write AVIF."""
    for kind, start, end in boxes(data, 0, len(data)):
        if kind == b"meta":
            listed = data[start:end]
            yield from (name for mark, name in _LISTED.items() if mark in listed)


def _inside(data: Octets, at: int, end: int) -> Iterator[str]:
    for box in boxes(data, at, end):
        yield from _box(data, box)


def _box(data: Octets, box: Box) -> Iterator[str]:
    kind, start, end = box
    if kind in _CONTAINERS:
        yield from _inside(data, start, end)
    elif kind in _CHECKED:
        yield from _CHECKED[kind](data, start, end)
    elif kind not in _NEEDED:
        holds_place = _holds_place(kind + data[start : min(end, start + _LOOKED_AT)])
        yield "GPS" if holds_place else _NAMED.get(kind, "other data")


def _holds_place(content: bytes) -> bool:
    return any(place in content for place in _PLACES)


def _header(data: Octets, start: int, _end: int) -> Iterator[str]:
    """Movie and track headers: two times, of eight bytes each in version 1, else of four."""
    if any(data[start + 4 : start + (20 if data[start] else 12)]):
        yield "date"


def _media_header(data: Octets, start: int, end: int) -> Iterator[str]:
    yield from _header(data, start, end)
    if data[end - 4 : end - 2] != _UNDETERMINED:
        yield "language"


def _handler(data: Octets, start: int, end: int) -> Iterator[str]:
    kind = data[start + 8 : start + 12]
    if data[start + 4 : start + 8] == b"dhlr":
        yield "other data"
    elif kind == b"mdta":
        yield "metadata"
    elif kind not in _MOVIE_HANDLERS:
        yield "data track"
    elif data[start + 24 : end] != _MOVIE_HANDLERS[kind]:
        yield "device name"


def _meta(data: Octets, start: int, end: int) -> Iterator[str]:
    """A full box in MP4, a plain one in QuickTime: its handler shows where its boxes start."""
    if _holds_place(data[start : min(end, start + _LOOKED_AT)]):
        yield "GPS"
    plain = data[start + 4 : start + 8] == b"hdlr"
    yield from _inside(data, start if plain else start + 4, end)


def _sample_table(data: Octets, start: int, end: int) -> Iterator[str]:
    yield from _inside(data, start, end)
    yield from encoder_notes(data, start, end)


def _items(_data: Octets, start: int, end: int) -> Iterator[str]:
    if start < end:
        yield "metadata"


def _filling(data: Octets, start: int, end: int) -> Iterator[str]:
    if any(data[start:end]):
        yield "other data"


def _sample_descriptions(data: Octets, start: int, end: int) -> Iterator[str]:
    for entry in boxes(data, start + 8, end):
        yield from sample_entry(data, entry)


_CHECKED: Final = {
    b"mvhd": _header,
    b"tkhd": _header,
    b"mdhd": _media_header,
    b"hdlr": _handler,
    b"meta": _meta,
    b"ilst": _items,
    b"free": _filling,
    b"skip": _filling,
    b"stbl": _sample_table,
    b"stsd": _sample_descriptions,
}
