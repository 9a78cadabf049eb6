"""A photo of a road at dusk, as a phone would take it: with place, time and maker in its EXIF."""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFilter

SIZE = (1024, 768)
GPS_IFD, MAKE, MODEL, ARTIST, DATETIME = 0x8825, 0x010F, 0x0110, 0x013B, 0x0132
Colour = tuple[int, int, int]


@cache
def photo(*, hour: int = 18) -> bytes:
    """JPEG of some 60 kB; the later the hour, the darker the sky."""
    picture = _sky(darkness=min(1.0, max(0.0, (hour - 16) / 6)))
    picture = picture.filter(ImageFilter.GaussianBlur(6))
    _street(ImageDraw.Draw(picture), lit=hour > 18)  # noqa: PLR2004 - lamps are lit at dusk
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=86, exif=_exif(hour))
    return jpeg.getvalue()


def _sky(darkness: float) -> Image.Image:
    picture = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(picture)
    top, bottom = (
        _mix((120, 150, 190), (14, 20, 48), darkness),
        _mix((250, 214, 165), (122, 62, 72), darkness),
    )
    for y in range(SIZE[1]):
        draw.line([(0, y), (SIZE[0], y)], fill=_mix(top, bottom, y / SIZE[1]))
    draw.ellipse((690, 250, 790, 350), fill=_mix((255, 244, 214), (255, 150, 90), darkness))
    return picture


def _street(draw: ImageDraw.ImageDraw, *, lit: bool) -> None:
    dark, road, window = (32, 30, 38), (58, 56, 60), (255, 205, 110) if lit else (70, 74, 92)
    draw.polygon([(0, 600), (1024, 560), (1024, 768), (0, 768)], fill=road)
    for left, top, right in ((0, 330, 190), (200, 400, 330), (760, 380, 880), (890, 300, 1024)):
        draw.rectangle((left, top, right, 610), fill=dark)
        for x in range(left + 22, right - 30, 44):
            for y in range(top + 26, 560, 62):
                draw.rectangle((x, y, x + 20, y + 28), fill=window)
    _truck(draw)
    for x in range(60, 1024, 190):
        draw.polygon([(x, 690), (x + 90, 684), (x + 96, 698), (x + 4, 704)], fill=(214, 208, 190))


def _truck(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((400, 470, 620, 610), fill=(176, 62, 46))
    draw.rectangle((400, 470, 620, 488), fill=(234, 180, 74))
    draw.polygon([(620, 520), (680, 520), (706, 566), (706, 610), (620, 610)], fill=(52, 98, 120))
    draw.polygon([(632, 530), (674, 530), (692, 562), (632, 562)], fill=(190, 214, 220))
    for x in (446, 560, 660):
        draw.ellipse((x - 30, 582, x + 30, 642), fill=(20, 20, 22))
        draw.ellipse((x - 12, 600, x + 12, 624), fill=(150, 150, 150))


def _exif(hour: int) -> Image.Exif:
    exif = Image.Exif()
    exif[MAKE], exif[MODEL], exif[ARTIST] = "Samsung", "SM-A346E", "Sunita"
    exif[DATETIME] = f"2026:11:24 {hour:02d}:12:09"
    exif.get_ifd(GPS_IFD).update(
        {1: "N", 2: (25.0, 44.0, 47.4), 3: "E", 4: (82.0, 41.0, 1.3), 5: 0, 6: 82.0}
    )
    return exif


def _mix(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
