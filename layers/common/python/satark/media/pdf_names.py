"""Names for what a PDF tells beside its pages."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Name, Object, Stream

from satark.media.residue.jpeg import jpeg
from satark.media.residue.reading import Malformed

_OF_DOCUMENT = {
    "/AA": "script",
    "/AcroForm": "form",
    "/Collection": "attachment",
    "/Lang": "language",
    "/Metadata": "XMP",
    "/OpenAction": "script",
    "/Outlines": "outline",
    "/PieceInfo": "application data",
    "/StructTreeRoot": "hidden properties",
}
_OF_TREES = {"/EmbeddedFiles": "attachment", "/JavaScript": "script"}


def metadata_names(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Names of all metadata that the document is seen to hold, in order of the alphabet."""
    return tuple(sorted({*_document(pdf), *_objects(pdf)}))


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.trailer.get("/Info"):
        yield "document information"
    yield from (name for key, name in _OF_DOCUMENT.items() if key in pdf.Root)
    trees = pdf.Root.get("/Names", pikepdf.Dictionary())
    yield from (name for key, name in _OF_TREES.items() if key in trees)


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    if any("/Annots" in page.obj for page in pdf.pages):
        yield "annotations"
    for item in pdf.objects:
        if isinstance(item, Stream):
            yield from _stream(item)


def _stream(stream: Object) -> Iterator[str]:
    if stream.get("/Type") == Name.EmbeddedFile:
        yield "attachment"
    if stream.get("/Filter") == Name.DCTDecode:
        try:
            yield from jpeg(stream.read_raw_bytes())
        except (Malformed, IndexError):
            return
