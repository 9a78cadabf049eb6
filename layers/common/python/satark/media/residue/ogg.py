"""Ogg with Opus or Vorbis: pages and comments.

RFC 3533, RFC 7845 section 5.2, https://xiph.org/vorbis/doc/v-comment.html
"""

import struct
from collections.abc import Iterator
from typing import Final

from satark.media.residue.reading import Malformed, Octets

_HEADER, _LACED = 27, 255
_COMMENTS: Final = (b"OpusTags", b"\x03vorbis")
_HEADER_PACKETS: Final = 3
_VENDORS: Final = frozenset({b"ffmpeg", b"Lavf"})
_NAMED: Final = {b"METADATA_BLOCK_PICTURE": "cover picture", b"LOCATION": "GPS", b"GEO": "GPS"}


def ogg(data: Octets) -> Iterator[str]:
    """Names for the comments of every stream; `Malformed` where bytes lie outside of pages."""
    packets: dict[bytes, list[bytes]] = {}
    for serial, segments in _pages(data):
        _assemble(packets.setdefault(serial, [b""]), segments)
    for packet in (packet for stream in packets.values() for packet in stream):
        start = next((start for start in _COMMENTS if packet.startswith(start)), None)
        if start:
            yield from _comments(packet[len(start) :])


def _pages(data: Octets) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each page as its stream's serial number and its segments."""
    at = 0
    while at < len(data):
        lengths = data[at + _HEADER : at + _HEADER + data[at + 26]]
        start = at + _HEADER + len(lengths)
        if data[at : at + 4] != b"OggS" or start + sum(lengths) > len(data):
            raise Malformed
        yield data[at + 14 : at + 18], _segments(data, start, lengths)
        at = start + sum(lengths)


def _segments(data: Octets, at: int, lengths: bytes) -> list[bytes]:
    segments = []
    for length in lengths:
        segments.append(data[at : at + length])
        at += length
    return segments


def _assemble(packets: list[bytes], segments: list[bytes]) -> None:
    """Join segments to a stream's first packets; one shorter than 255 bytes ends its packet."""
    for segment in segments:
        if len(packets) > _HEADER_PACKETS:
            return
        packets[-1] += segment
        if len(segment) < _LACED:
            packets.append(b"")


def _comments(block: bytes) -> Iterator[str]:
    vendor, rest = _counted(block)
    if vendor not in _VENDORS:
        yield "encoder name"
    (count,) = struct.unpack_from("<I", rest)
    rest = rest[4:]
    for _ in range(count):
        comment, rest = _counted(rest)
        yield _NAMED.get(comment.partition(b"=")[0].upper(), "comment")


def _counted(block: bytes) -> tuple[bytes, bytes]:
    (length,) = struct.unpack_from("<I", block)
    if 4 + length > len(block):
        raise Malformed
    return block[4 : 4 + length], block[4 + length :]
