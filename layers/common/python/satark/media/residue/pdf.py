"""PDF as our own cleaner writes it: all that lies outside of streams, and every JPEG in them.

ISO 32000-1, 7.2 to 7.5. A file in any other form than the cleaner's is refused, not understood.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from satark.media.residue.jpeg import jpeg
from satark.media.residue.reading import Malformed, Octets

_TOKEN: Final = re.compile(
    rb"(?P<comment>%[^\r\n]*)"
    rb"|(?P<name>/[^\s/<>\[\](){}%]*)"
    rb"|(?P<text>\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>)"
    rb"|(?P<word><<|>>|\[|\]|[^\s/<>\[\](){}%]+)",
    re.DOTALL,
)
_COMMENTS: Final = re.compile(rb"%PDF-\d\.\d|%\xbf\xf7\xa2\xfe|%%EOF")
_WORDS: Final = re.compile(
    rb"<<|>>|\[|\]|[-+]?[\d.]+|true|false|null|R"
    rb"|obj|endobj|stream|endstream|xref|n|f|trailer|startxref"
)
_FILE_ID: Final = b"<31415926535897932384626433832795>"
"""qpdf's fixed ID, the same for every file: https://qpdf.readthedocs.io/en/stable/cli.html"""
_TEXT_KEYS: Final = frozenset({b"/CharSet", b"/FontFamily", b"/Ordering", b"/Panose", b"/Registry"})
_JPEG: Final = b"\xff\xd8\xff"
_FORBIDDEN: Final = {
    b"/Info": "document information",
    b"/Metadata": "XMP",
    b"/Annots": "annotations",
    b"/AcroForm": "form",
    b"/Names": "names",
    b"/EmbeddedFile": "attachment",
    b"/EmbeddedFiles": "attachment",
    b"/Filespec": "attachment",
    b"/JavaScript": "script",
    b"/OpenAction": "script",
    b"/PieceInfo": "application data",
    b"/LastModified": "date",
    b"/Properties": "hidden properties",
    b"/StructTreeRoot": "hidden properties",
    b"/ICCBased": "colour profile",
}


def pdf(data: Octets) -> Iterator[str]:
    at, before, fields = 0, b"", _Fields()
    while token := _TOKEN.search(data, at):
        at, text = token.end(), token.group()
        yield from _token(str(token.lastgroup), text, before)
        fields.note(before, text)
        if text == b"stream":
            body, at = _stream(data, at, fields.length)
            yield from jpeg(body) if fields.jpeg else _disguised(body)
        before = text


def _token(kind: str, text: bytes, before: bytes) -> Iterator[str]:
    if kind == "name" and text in _FORBIDDEN:
        yield _FORBIDDEN[text]
    elif kind == "comment" and not _COMMENTS.fullmatch(text):
        yield "comment"
    elif kind == "word" and not _WORDS.fullmatch(text):
        yield "other data"
    elif kind == "text" and not _is_needed(text, before):
        yield "text"


def _is_needed(text: bytes, before: bytes) -> bool:
    """A colour table follows its number of colours; other strings stand at keys that need them."""
    return text == _FILE_ID or before in _TEXT_KEYS or before.isdigit()


class _Fields:
    """What an object has said so far of the stream that may end it."""

    length = 0
    jpeg = False

    def note(self, before: bytes, text: bytes) -> None:
        if text == b"obj":
            self.length, self.jpeg = 0, False
        elif before == b"/Length":
            self.length = int(text)
        elif text == b"/DCTDecode":
            self.jpeg = True


def _disguised(body: bytes) -> Iterator[str]:
    """A JPEG that does not call itself one has not been cleaned as one."""
    try:
        start = zlib.decompressobj().decompress(body, len(_JPEG))
    except zlib.error:
        start = b""
    if _JPEG in (start, body[: len(_JPEG)]):
        yield "disguised picture"


def _stream(data: Octets, at: int, length: int) -> tuple[bytes, int]:
    start = at + (2 if data[at : at + 2] == b"\r\n" else 1)
    end = start + length
    if data[end : end + 12].lstrip()[:9] != b"endstream":
        raise Malformed
    return data[start:end], end
