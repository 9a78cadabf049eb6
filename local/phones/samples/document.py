"""A one-page PDF that names its author."""

import io
from functools import cache

import pikepdf

LINES = (
    "Trucks seen at the brick kiln",
    "Monday 21:40, two trucks, plates covered",
    "Thursday 22:15, one truck, unloaded behind the wall",
    "Saturday 21:55, two trucks, same drivers",
)


@cache
def document() -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(_text().encode())
        pdf.docinfo["/Author"] = "Ramesh Kumar"
        pdf.docinfo["/Title"] = "Trucks"
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def _text() -> str:
    shown = " T* ".join(f"({line}) Tj" for line in LINES)
    return f"BT /F1 16 Tf 60 760 Td 30 TL {shown} ET"
