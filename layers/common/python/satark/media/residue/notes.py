"""Free text inside H.264 and H.265 pictures: supplemental enhancement information (SEI).

ITU-T H.264, 7.3.1 and D.1; H.265, 7.3.1.2 and D.2; in MP4: ISO/IEC 14496-15, 5.3 and 8.3.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from satark.media.residue.boxes import boxes
from satark.media.residue.reading import Malformed, Octets
from satark.media.residue.sample_places import sample_places

_PICTURES: Final = frozenset({b"avc1", b"avc3", b"hvc1", b"hev1"})
_ENTRY_HEAD, _PICTURE_FIELDS = 8, 78


class _Coding(NamedTuple):
    """Which units are notes, and where a unit's first byte and the configuration say so."""

    notes: frozenset[int]
    type_shift: int
    type_mask: int
    width_at: int


_AVC: Final = _Coding(frozenset({6}), 0, 0x1F, 4)
_HEVC: Final = _Coding(frozenset({39, 40}), 1, 0x3F, 21)
_CODINGS: Final = {b"avcC": _AVC, b"hvcC": _HEVC}


def encoder_notes(data: Octets, start: int, end: int) -> Iterator[str]:
    """Whether a track's description or any of its samples holds a note, by its sample table."""
    tables = {kind: inner for kind, inner, _ in boxes(data, start, end)}
    for coding, configuration in _configurations(data, tables[b"stsd"]):
        width = (configuration[coding.width_at] & 3) + 1
        described = coding is _HEVC and not coding.notes.isdisjoint(_array_types(configuration))
        places = sample_places(data, tables)
        if described or any(_holds_note(data, *place, coding, width) for place in places):
            yield "encoder notes"


def _configurations(data: Octets, descriptions: int) -> Iterator[tuple[_Coding, bytes]]:
    """The coding of the track, with its configuration record, where it is one that has notes."""
    entry = descriptions + 8
    end = entry + int.from_bytes(data[entry : entry + 4])
    if data[entry + 4 : entry + 8] not in _PICTURES:
        return
    for kind, inner, stop in boxes(data, entry + _ENTRY_HEAD + _PICTURE_FIELDS, end):
        if kind in _CODINGS:
            yield _CODINGS[kind], data[inner:stop]


def _array_types(configuration: bytes) -> Iterator[int]:
    """The types of the units that an H.265 configuration record lists."""
    at = 23
    for _ in range(configuration[22]):
        yield configuration[at] & 0x3F
        count = int.from_bytes(configuration[at + 1 : at + 3])
        at += 3
        for _ in range(count):
            at += 2 + int.from_bytes(configuration[at : at + 2])


def _holds_note(data: Octets, at: int, end: int, coding: _Coding, width: int) -> bool:
    """Whether one of the sample's units, each behind its length, is a note."""
    while at < end:
        first = at + width
        if data[first] >> coding.type_shift & coding.type_mask in coding.notes:
            return True
        at = first + int.from_bytes(data[at:first])
    if at != end:
        raise Malformed
    return False
