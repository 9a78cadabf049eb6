"""The last word on a cleaned file: a second reader, of our own, must find nothing in it.

It fails closed: what it does not understand is residue too.
"""

import mmap
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from satark.media.cleaning import CannotClean
from satark.media.residue.frames import adts, amr, mp3
from satark.media.residue.isobmff import avif, isobmff
from satark.media.residue.jpeg import jpeg
from satark.media.residue.ogg import ogg
from satark.media.residue.pdf import pdf
from satark.media.residue.png import png
from satark.media.residue.reading import Malformed, Octets
from satark.media.residue.webp import webp
from satark.media.sniff import Kind, sniff

_READERS: Final[dict[Kind, Callable[[Octets], Iterator[str]]]] = {
    Kind.JPEG: jpeg,
    Kind.PNG: png,
    Kind.WEBP: webp,
    Kind.AVIF: avif,
    Kind.MP4: isobmff,
    Kind.MOV: isobmff,
    Kind.THREE_GP: isobmff,
    Kind.M4A: isobmff,
    Kind.OGG: ogg,
    Kind.AAC: adts,
    Kind.AMR: amr,
    Kind.MP3: mp3,
    Kind.PDF: pdf,
}
_UNREADABLE: Final = "unreadable parts"


def verify(path: Path) -> None:
    """Raises CannotClean where the file still holds anything that is not needed to show it."""
    found = residue(path)
    if found:
        raise CannotClean(f"residue after cleaning: {', '.join(found)}")


def residue(path: Path) -> tuple[str, ...]:
    """Names of all metadata in a file, in order of the alphabet."""
    kind = sniff(path)
    if kind is None:
        return (_UNREADABLE,)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return tuple(sorted(set(_read(_READERS[kind], data))))


def _read(reader: Callable[[Octets], Iterator[str]], data: Octets) -> Iterator[str]:
    try:
        yield from reader(data)
    except (Malformed, LookupError, ValueError, RecursionError, struct.error):
        yield _UNREADABLE
