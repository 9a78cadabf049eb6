"""Pictures with planted metadata, built when the tests run."""

import struct
from io import BytesIO
from pathlib import Path
from zlib import crc32

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.unit.media.planted import PLANTED, XMP

SIZE = (160, 120)


def picture(mode: str = "RGB") -> Image.Image:
    """A gradient, dark above and light below, so that a turned copy can be told from it."""
    image = Image.linear_gradient("L").resize(SIZE)
    return image.convert(mode)


def jpeg_bytes() -> bytes:
    """EXIF with GPS, device, serial number and thumbnail; XMP; IPTC; a comment; a profile."""
    plain = BytesIO()
    picture().save(plain, "JPEG", comment=PLANTED + b" comment", icc_profile=PLANTED + b" profile")
    segments = (
        _segment(0xE1, b"Exif\0\0" + tiff()),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        _segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x18\x1c\x02\x50\0\x12" + PLANTED),
    )
    return plain.getvalue()[:2] + b"".join(segments) + plain.getvalue()[2:]


def jpeg(path: Path) -> None:
    path.write_bytes(jpeg_bytes())


def png(path: Path) -> None:
    info = PngInfo()
    info.add_text("Author", PLANTED.decode())
    info.add_itxt("Description", PLANTED.decode(), zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    picture("RGBA").save(path, "PNG", pnginfo=info, exif=b"Exif\0\0" + tiff(), icc_profile=PLANTED)


def webp(path: Path) -> None:
    picture().save(path, "WEBP", exif=tiff(), xmp=XMP, icc_profile=PLANTED)


def sticker(path: Path) -> None:
    frames = [picture("RGBA"), picture("RGBA").rotate(180)]
    frames[0].putpixel((0, 0), (0, 0, 0, 0))
    frames[0].save(path, "WEBP", save_all=True, append_images=frames[1:], lossless=True, xmp=XMP)


def avif(path: Path) -> None:
    picture().save(path, "AVIF", exif=tiff(), xmp=XMP)


def turned_jpeg(path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture().save(path, "JPEG", exif=exif)


def pixel_bomb(path: Path) -> None:
    """A PNG of a few bytes whose header says 60000 by 60000."""
    picture().save(path, "PNG")
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", 60000, 60000)
    data[29:33] = struct.pack(">I", crc32(data[12:29]))
    path.write_bytes(data)


def tiff() -> bytes:
    """A little-endian TIFF block: main, EXIF, GPS and thumbnail directories."""
    main, exif, gps, second, text, thumb = 8, 200, 300, 400, 500, 600
    directories = {
        main: _directory(
            (0x010F, 2, 20, text), (0x8769, 4, 1, exif), (0x8825, 4, 1, gps), following=second
        ),
        exif: _directory((0x927C, 7, 20, text), (0xA431, 2, 20, text)),
        gps: _directory((0x0012, 2, 20, text)),
        second: _directory((0x0201, 4, 1, thumb), (0x0202, 4, 1, 30)),
        text: PLANTED + b" text",
        thumb: b"\xff\xd8\xff\xe0" + PLANTED + b"\xff\xd9",
    }
    block = bytearray(b"II*\0" + struct.pack("<I", main)).ljust(700, b"\0")
    for start, content in directories.items():
        block[start : start + len(content)] = content
    return bytes(block)


def _directory(*entries: tuple[int, int, int, int], following: int = 0) -> bytes:
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + rows + struct.pack("<I", following)


def _segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload
