"""A sticker: folded hands would be nice, a shield is what circles and lines can draw."""

import io
from functools import cache

from PIL import Image, ImageDraw


@cache
def sticker() -> bytes:
    """WebP of 512 by 512 with a clear background."""
    picture = Image.new("RGBA", (512, 512), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    outline = [(256, 30), (440, 96), (432, 280), (256, 482), (80, 280), (72, 96)]
    draw.polygon(outline, fill=(255, 255, 255, 255))
    inner = [(256, 66), (408, 120), (400, 270), (256, 440), (112, 270), (104, 120)]
    draw.polygon(inner, fill=(18, 120, 96, 255))
    draw.line([(170, 250), (234, 316), (350, 184)], fill=(255, 255, 255, 255), width=40)
    webp = io.BytesIO()
    picture.save(webp, "WEBP", quality=90)
    return webp.getvalue()
