"""What may stay of a PDF's pages, dictionaries and pictures."""

from collections.abc import Iterable
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, StreamDecodeLevel, String

from satark.media.cleaning import CannotClean
from satark.media.jpeg_segments import without_metadata
from satark.media.pdf_content import clean_content

_PAGE_KEYS: Final = frozenset(
    {
        "/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/CropBox", "/Rotate",
        "/Group", "/UserUnit",
    }
)  # fmt: skip
_NEVER: Final = frozenset({"/Metadata", "/PieceInfo", "/LastModified", "/Properties"})
_NEVER_OF_STREAMS: Final = frozenset(
    {
        "/AF", "/Alternates", "/DL", "/F", "/FDecodeParms", "/FFilter", "/ID", "/Measure", "/OC",
        "/OPI", "/PtData", "/Ref", "/StructParent", "/StructParents",
        "/PTEX.FileName", "/PTEX.InfoDict", "/PTEX.PageNumber",
    }
)  # fmt: skip
_STRING_KEYS: Final = frozenset({"/CharSet", "/FontFamily", "/Ordering", "/Panose", "/Registry"})
"""The only strings beside drawn text that a page needs; any other may name people or devices."""
_DEVICE_SPACES: Final = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}


def clean_page(page: pikepdf.Page, pdf: pikepdf.Pdf) -> None:
    """Leave the page nothing but what draws it."""
    for key in set(page.obj.keys()) - _PAGE_KEYS:
        del page.obj[key]
    page.contents_coalesce()
    if "/Contents" in page.obj:
        page.obj.Contents = pdf.make_stream(clean_content(page))


def clean_object(item: Object, pdf: pikepdf.Pdf) -> None:
    """Clean one indirect object and all that it holds directly."""
    if isinstance(item, Stream):
        for key in _NEVER_OF_STREAMS & set(item.keys()):
            del item[key]
        _clean_stream(item, pdf)
    _clean_children(item)


def _clean_stream(stream: Stream, pdf: pikepdf.Pdf) -> None:
    filters = _listed(stream.get("/Filter"))
    if Name.JPXDecode in filters:
        raise CannotClean("a document with a JPEG 2000 picture")
    if Name.DCTDecode in filters:
        jpeg = _jpeg(stream, filters, pdf)
        stream.write(without_metadata(jpeg), filter=Name.DCTDecode, decode_parms=None)
    elif stream.get("/Subtype") == Name.Form or stream.get("/PatternType") == 1:
        stream.write(clean_content(stream))


def _jpeg(stream: Stream, filters: list[Object], pdf: pikepdf.Pdf) -> bytes:
    """The JPEG file that a stream holds under the filters that come before DCTDecode."""
    *outer, last = filters
    if last != Name.DCTDecode:
        raise CannotClean("a document with an oddly packed picture")
    packed = pdf.make_stream(stream.read_raw_bytes())
    if outer:
        packed.Filter = Array(outer)
    return packed.read_bytes(StreamDecodeLevel.generalized)


def _clean_children(container: Object) -> None:
    for key, value in _entries(container):
        if isinstance(key, str) and (key in _NEVER or _is_free_text(key, value)):
            del container[key]
        elif _is_colour_profile(value):
            container[key] = _DEVICE_SPACES[int(value[1].N)]
        elif isinstance(value, Dictionary | Array) and not value.is_indirect:
            _clean_children(value)


def _is_free_text(key: str, value: Object) -> bool:
    """Whether the value is text, or a list of texts, under a key that needs none."""
    if isinstance(value, Array):
        return any(isinstance(item, String) for item in value) and value[0] != Name.Indexed
    return isinstance(value, String) and key not in _STRING_KEYS


def _is_colour_profile(value: Object) -> bool:
    """A profile names the scanner or camera that it was made for."""
    return isinstance(value, Array) and len(value) == 2 and value[0] == Name.ICCBased  # noqa: PLR2004 - the array is [/ICCBased stream]


def _entries(container: Object) -> Iterable[tuple[str | int, Object]]:
    if isinstance(container, Array):
        return list(enumerate(container))
    return list(container.items()) if isinstance(container, Dictionary | Stream) else []


def _listed(value: Object | None) -> list[Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
