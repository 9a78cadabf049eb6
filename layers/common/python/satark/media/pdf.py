"""Documents: the pages go into a new PDF, and each page is rid of all that is not its picture.

What is not carried over at all: document information, XMP, names, scripts, actions, attachments,
outlines, forms as forms (their appearance stays), layers, tags for readers, the file's ID.
"""

from pathlib import Path
from typing import Final

import pikepdf

from satark.media.cleaning import CannotClean
from satark.media.pdf_names import metadata_names
from satark.media.pdf_objects import clean_object, clean_page

MAX_PAGES: Final = 2000


def rebuild(source: Path, destination: Path) -> tuple[str, ...]:
    """Write a new PDF with the pages of the old one; give the names of what it leaves behind."""
    try:
        with pikepdf.open(source, suppress_warnings=True) as old:
            if old.is_encrypted:
                raise CannotClean("an encrypted document")
            removed = metadata_names(old)
            _write_clean(old, destination)
    except pikepdf.PasswordError as error:
        raise CannotClean("an encrypted document") from error
    except _BROKEN as error:
        raise CannotClean("a broken document") from error
    return removed


# pikepdf and qpdf raise all of these on malformed documents.
_BROKEN: Final = (
    pikepdf.PdfError,
    AttributeError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def _write_clean(old: pikepdf.Pdf, destination: Path) -> None:
    with pikepdf.new() as new:
        _carry_pages(old, new)
        for item in new.objects:
            clean_object(item, new)
        # In a fixed form, so that `residue.pdf` can read it: one table, no object streams.
        new.save(
            destination,
            static_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )


def _carry_pages(old: pikepdf.Pdf, new: pikepdf.Pdf) -> None:
    if not 0 < len(old.pages) <= MAX_PAGES:
        raise CannotClean(f"a document of no page or more than {MAX_PAGES}")
    old.flatten_annotations()
    for page in old.pages:
        clean_page(page, old)
        new.pages.append(page)
