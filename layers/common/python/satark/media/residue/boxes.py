"""The boxes that ISO base media files consist of: ISO/IEC 14496-12, 4.2."""

from collections.abc import Iterator
from typing import Final

from satark.media.residue.reading import Malformed, Octets

type Box = tuple[bytes, int, int]

_QUICKTIME_END: Final = 4
"""A list of QuickTime user data may end in four zero bytes, too few for a box."""


def boxes(data: Octets, at: int, end: int) -> Iterator[Box]:
    """Each box as its type, and where its content starts and ends."""
    while at + _QUICKTIME_END < end:
        size, kind, start = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = int.from_bytes(data[start : start + 8]), start + 8
        if size == 0:
            size = end - at
        if start > at + size or at + size > end:
            raise Malformed
        yield kind, start, at + size
        at += size
    if any(data[at:end]):
        raise Malformed
