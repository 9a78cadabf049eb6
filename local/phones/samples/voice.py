"""A voice note: four seconds of something that rises and falls as speech does."""

import io
import math
from functools import cache

import av

RATE, SECONDS, FRAME = 48_000, 4, 960


@cache
def voice_note() -> bytes:
    """Ogg Opus, mono, with the speaker's name in its tags."""
    target = io.BytesIO()
    with av.open(target, "w", format="ogg") as note:
        note.metadata["artist"] = "Sunita"
        stream = note.add_stream("libopus", rate=RATE, layout="mono")
        for start in range(0, RATE * SECONDS, FRAME):
            note.mux(stream.encode(_frame(start)))
        note.mux(stream.encode(None))
    return target.getvalue()


def _frame(start: int) -> av.AudioFrame:
    frame = av.AudioFrame(format="s16", layout="mono", samples=FRAME)
    samples = (_sample((start + n) / RATE) for n in range(FRAME))
    frame.planes[0].update(b"".join(one.to_bytes(2, "little", signed=True) for one in samples))
    frame.sample_rate, frame.pts = RATE, start
    return frame


def _sample(second: float) -> int:
    """Four syllables a second on a wandering pitch, with a few overtones."""
    loudness = max(0.0, math.sin(second * 4 * math.pi)) ** 0.6
    pitch = 150 + 28 * math.sin(second * 2.1)
    tones = sum(math.sin(2 * math.pi * pitch * n * second) / n for n in (1, 2, 3, 5))
    return int(5200 * loudness * tones)
