"""Drawing instructions of a PDF: what draws stays; comments and hidden properties go."""

from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Operator

from satark.media.cleaning import CannotClean

_WITHOUT_PROPERTIES: Final = {"BDC": Operator("BMC"), "DP": Operator("MP")}
_JPEG: Final = frozenset({"/DCTDecode", "/DCT"})

type _Instruction = ContentStreamInstruction | ContentStreamInlineImage


def clean_content(stream: pikepdf.Page | pikepdf.Object) -> bytes:
    """The stream's instructions without comments and marked-content properties.

    Properties hold alternative text, languages and layers: words that no reader of the page sees.
    """
    return pikepdf.unparse_content_stream(list(_kept(pikepdf.parse_content_stream(stream))))


def _kept(instructions: list[_Instruction]) -> Iterator[_Instruction]:
    for instruction in instructions:
        if isinstance(instruction, ContentStreamInlineImage):
            _refuse_jpeg(instruction)
            yield instruction
        elif str(instruction.operator) in _WITHOUT_PROPERTIES:
            plain = _WITHOUT_PROPERTIES[str(instruction.operator)]
            yield ContentStreamInstruction(instruction.operands[:1], plain)
        else:
            yield instruction


def _refuse_jpeg(image: ContentStreamInlineImage) -> None:
    if _JPEG & set(map(str, image.iimage.filters)):
        raise CannotClean("a document with a photo inside its drawing instructions")
