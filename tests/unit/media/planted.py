"""The words that no cleaned file may hold, in any spelling that a container may give them."""

import zlib
from contextlib import suppress
from pathlib import Path

PLANTED = b"PLANTED-BY-A-PHONE"
PLACE = "+25.7464+082.6837/"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="'
    + PLANTED
    + b'"/></rdf:RDF></x:xmpmeta>'
)
_TEXTS = (PLANTED, PLACE[:-1].encode(), b"PLANTED BY")
_NEEDLES = tuple(
    needle.lower()
    for text in _TEXTS
    for needle in (
        text,
        text.decode().encode("utf-16-be"),
        text.decode().encode("utf-16-le"),
        text.hex().encode(),
    )
)


def planted_in(path: Path) -> list[bytes]:
    """The planted words found in the file's bytes, or in anything deflated in it."""
    data = path.read_bytes()
    haystacks = (data.lower(), *_inflated(data))
    return [needle for needle in _NEEDLES for hay in haystacks if needle in hay]


def _inflated(data: bytes) -> list[bytes]:
    """Everything that decodes where a zlib header stands."""
    found = []
    for header in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"):
        at = data.find(header)
        while at >= 0:
            with suppress(zlib.error):
                found.append(zlib.decompressobj().decompress(data[at:], 1 << 24).lower())
            at = data.find(header, at + 1)
    return found
