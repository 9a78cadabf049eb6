"""A short video: a lamp passes through the street, and the file says where that was."""

import io
from functools import cache

import av
from PIL import Image, ImageDraw

from local.phones.samples.photo import photo

WIDTH, HEIGHT, RATE, FRAMES = 480, 360, 12, 36


@cache
def video() -> bytes:
    """MP4, H.264, three seconds, with a location tag."""
    street = Image.open(io.BytesIO(photo(hour=20))).resize((WIDTH, HEIGHT))
    target = io.BytesIO()
    options = {"movflags": "use_metadata_tags"}
    with av.open(target, "w", format="mp4", options=options) as film:
        film.metadata["location"] = "+25.7465+082.6837/"
        film.metadata["com.apple.quicktime.location.ISO6709"] = "+25.7465+082.6837/"
        stream = film.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(FRAMES):
            film.mux(stream.encode(_frame(_scene(street, number))))
        film.mux(stream.encode(None))
    return target.getvalue()


def _frame(picture: Image.Image) -> av.VideoFrame:
    frame = av.VideoFrame(WIDTH, HEIGHT, "rgb24")
    frame.planes[0].update(picture.tobytes())
    return frame


def _scene(street: Image.Image, number: int) -> Image.Image:
    scene = street.copy()
    x = round(WIDTH * number / FRAMES)
    ImageDraw.Draw(scene).ellipse((x - 14, 286, x + 14, 314), fill=(255, 236, 170))
    return scene
