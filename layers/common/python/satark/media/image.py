"""Photos, screenshots and stickers: the pixels are drawn onto a new picture, nothing else goes on.

Only the first picture of an animation is kept, and what is not JPEG or PNG becomes one of them:
WhatsApp shows officers no other pictures, and none above 5 MB.
https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
"""

import struct
import warnings
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from satark.media.cleaning import CannotClean
from satark.media.sniff import Kind

MAX_PIXELS: Final = 65_000_000
"""A telephone's 64-megapixel camera passes: two such pictures in memory are 520 MB."""
_TOO_LARGE: Final = f"a picture of more than {MAX_PIXELS // 1_000_000} megapixels"
_SENDABLE: Final = 5 * 1024 * 1024
_JPEG_QUALITIES: Final = (92, 85, 75, 60)
_PNG_LEVEL: Final = 3
"""A third of the time of the usual 6, at about the same size."""
_BROKEN: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""Pillow's decoders raise all of these on malformed files."""


def redraw(source: Path, destination: Path, kind: Kind) -> Kind:
    """Write the picture's upright pixels; give the kind that was written."""
    picture = _pixels(source, kind)
    if kind is Kind.PNG or picture.mode == "RGBA":
        picture.save(destination, "PNG", compress_level=_PNG_LEVEL)
        if picture.mode == "RGBA" or destination.stat().st_size <= _SENDABLE:
            return Kind.PNG
    _save_jpeg(picture, destination)
    return Kind.JPEG


def _pixels(source: Path, kind: Kind) -> Image.Image:
    try:
        # It warns of damage in metadata, which are thrown away.
        with warnings.catch_warnings(action="ignore"):
            return _opened(source, kind)
    except Image.DecompressionBombError as error:
        raise CannotClean(_TOO_LARGE) from error
    except _BROKEN as error:
        raise CannotClean("a broken picture") from error


def _opened(source: Path, kind: Kind) -> Image.Image:
    with Image.open(source, formats=[kind.name]) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise CannotClean(_TOO_LARGE)
        return _copied(picture)


def _copied(picture: Image.Image) -> Image.Image:
    picture.load()
    ImageOps.exif_transpose(picture, in_place=True)
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    new = Image.new(mode, picture.size)
    new.paste(picture if picture.mode == mode else picture.convert(mode))
    return new


def _save_jpeg(picture: Image.Image, destination: Path) -> None:
    """Save at the best quality that WhatsApp will still carry."""
    for quality in _JPEG_QUALITIES:
        picture.save(destination, "JPEG", quality=quality)
        if destination.stat().st_size <= _SENDABLE:
            return
