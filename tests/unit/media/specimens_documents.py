"""PDFs with planted metadata, built when the tests run."""

import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.unit.media.planted import PLANTED, XMP
from tests.unit.media.specimens_pictures import SIZE, jpeg_bytes

WORDS = b"(Visible words) Tj"
_TEXT = String(PLANTED.decode())


def pdf(path: Path) -> None:
    """Everything at once: what a scanner, a word processor and a form designer leave behind."""
    with Pdf.new() as document:
        page = _page(document)
        _plant_in_document(document)
        _plant_in_page(document, page)
        document.save(path)


def compressed_pdf(path: Path) -> None:
    """The same with object streams, as most writers do today, and a cross-reference stream."""
    pdf(path)
    with Pdf.open(path, allow_overwriting_input=True) as document:
        document.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def encrypted_pdf(path: Path) -> None:
    with Pdf.new() as document:
        _page(document)
        document.save(path, encryption=pikepdf.Encryption(owner="o", user=""))


def form_pdf(path: Path) -> None:
    """A form with one filled field, which shows its text by an appearance of its own."""
    with Pdf.new() as document:
        page = _page(document)
        look = document.make_stream(b"/Tx BMC BT /F1 9 Tf (Filled in) Tj ET EMC")
        look.update({"/Subtype": Name.Form, "/BBox": Array([0, 0, 90, 20])})
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=_TEXT, V=_TEXT,
            Rect=Array([10, 10, 100, 30]), AP=Dictionary(N=look), F=4,
        )  # fmt: skip
        fields = Array([document.make_indirect(field)])
        page.obj.Annots = fields
        document.Root.AcroForm = Dictionary(Fields=fields)
        document.save(path)


def inflating_pdf(path: Path) -> None:
    """A page whose drawing instructions are half a gigabyte of blanks, in half a megabyte."""
    packer, mebibyte = zlib.compressobj(9), b" " * (1 << 20)
    packed = b"".join(packer.compress(mebibyte) for _ in range(512)) + packer.flush()
    with Pdf.new() as document:
        page = _page(document)
        page.obj.Contents = document.make_stream(packed)
        page.obj.Contents.Filter = Name.FlateDecode
        document.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def _page(document: Pdf) -> pikepdf.Page:
    page = document.add_blank_page(page_size=(200, 200))
    photo = document.make_stream(jpeg_bytes())
    photo.update(
        {
            "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": SIZE[0], "/Height": SIZE[1],
            "/BitsPerComponent": 8, "/ColorSpace": Name.DeviceRGB, "/Filter": Name.DCTDecode,
        }
    )  # fmt: skip
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(XObject=Dictionary(A=photo), Font=Dictionary(F1=font))
    page.obj.Contents = document.make_stream(
        b"BT /F1 12 Tf 20 150 Td " + WORDS + b" ET q 100 0 0 75 20 20 cm /A Do Q"
    )
    return page


def _plant_in_document(document: Pdf) -> None:
    document.docinfo.Author = _TEXT
    document.attachments["note.txt"] = PLANTED
    xmp = document.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    script = Dictionary(S=Name.JavaScript, JS=_TEXT)
    root = document.Root
    root.update({"/Metadata": xmp, "/OpenAction": script, "/Lang": _TEXT})
    root.Names.JavaScript = Dictionary(Names=Array([_TEXT, script]))
    root.PieceInfo = Dictionary(App=Dictionary(Private=_TEXT))
    root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, Alt=_TEXT)
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(PLANTED.decode(), 0))


def _plant_in_page(document: Pdf, page: pikepdf.Page) -> None:
    drawn = page.obj.Contents.read_bytes()
    hidden = b"% " + PLANTED + b"\n/Span <</ActualText (" + PLANTED + b")>> BDC\n"
    page.obj.Contents = document.make_stream(hidden + drawn + b" EMC")
    page.obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=_TEXT))
    page.obj.LastModified = _TEXT
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, T=_TEXT, Contents=_TEXT, Rect=[0, 0, 9, 9]
    )
    page.obj.Annots = Array([document.make_indirect(note)])
    photo = page.obj.Resources.XObject.A
    profile = document.make_stream(PLANTED * 9, N=3)
    photo.ColorSpace = Array([Name.ICCBased, profile])
    photo["/PTEX.FileName"] = _TEXT
    photo.Metadata = document.make_stream(XMP, Type=Name.Metadata)
