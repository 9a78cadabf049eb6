"""A recording of the browser as the voice note that WhatsApp would make of it."""

import io

import av

RATE = 48_000


def as_voice_note(recording: bytes) -> bytes:
    """Ogg Opus, mono. Raises ValueError where the bytes are no recording that can be read."""
    target = io.BytesIO()
    try:
        with (
            av.open(io.BytesIO(recording), "r") as source,
            av.open(target, "w", format="ogg") as note,
        ):
            stream = note.add_stream("libopus", rate=RATE, layout="mono")
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in source.decode(audio=0):
                for part in resampler.resample(frame):
                    note.mux(stream.encode(part))
            note.mux(stream.encode(None))
    except (av.FFmpegError, IndexError) as error:
        raise ValueError("this recording cannot be read: record it again") from error
    return target.getvalue()
