"""Videos, voice notes and music with planted metadata, built when the tests run."""

import struct
from fractions import Fraction
from pathlib import Path

import av
from av import AudioFrame, AudioStream, Packet, VideoFrame, VideoStream
from av.bitstream import BitStreamFilterContext
from av.container import OutputContainer

from tests.unit.media.planted import PLACE, PLANTED, XMP
from tests.unit.media.specimens_pictures import SIZE, jpeg_bytes, picture

_TAGS = {
    "title": PLANTED.decode(),
    "comment": PLANTED.decode(),
    "location": PLACE,
    "creation_time": "2026-11-20T10:11:12Z",
    "com.apple.quicktime.model": PLANTED.decode(),
    "com.apple.quicktime.location.ISO6709": PLACE,
}
_SEI = "h264_metadata=sei_user_data=086f3693b7b34f2c965321492feee5b8+" + PLANTED.decode()
_FRAMES = 20


def mp4(path: Path) -> None:
    _record(path, "mp4", video="libx264", audio="aac")
    path.write_bytes(
        path.read_bytes() + _box(b"uuid", b"\xbe\x7a\xcf\xcb" * 4 + XMP) + _box(b"sefd", PLANTED)
    )


def hevc(path: Path) -> None:
    """H.265, whose encoder signs its work in the track's description and in the first picture."""
    _record(path, "mp4", video="libx265")


def mov(path: Path) -> None:
    _record(path, "mov", video="libx264", audio="aac")


def three_gp(path: Path) -> None:
    _record(path, "3gp", video="mpeg4", audio="aac")


def m4a(path: Path) -> None:
    _record(path, "ipod", audio="aac")


def ogg(path: Path) -> None:
    _record(path, "ogg", audio="libopus")


def mp3(path: Path) -> None:
    _record(path, "mp3", audio="libmp3lame")
    path.write_bytes(path.read_bytes() + b"TAG" + PLANTED.ljust(125, b"\0"))


def aac(path: Path) -> None:
    _record(path, "adts", audio="aac")
    tag = b"TIT2\0\0\0\x13\0\0\0" + PLANTED
    path.write_bytes(b"ID3\x04\0\0\0\0\0" + bytes([len(tag)]) + tag + path.read_bytes())


def amr(path: Path) -> None:
    """Half a second of AMR-NB, 12.2 kbit/s. The format has no place for metadata."""
    path.write_bytes(b"#!AMR\n" + (b"\x3c" + bytes(31)) * 25)


def turned_mp4(path: Path) -> None:
    """A telephone held upright: the picture lies on its side and a matrix turns it."""
    _record(path, "mp4", video="libx264")
    data = path.read_bytes()
    upright = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    turned = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
    track = data.index(b"tkhd")
    at = data.index(upright, track)
    path.write_bytes(data[:at] + turned + data[at + 36 :])


def sound_in_mp4(path: Path) -> None:
    _record(path, "mp4", audio="aac")


def sound_in_3gp(path: Path) -> None:
    """What an Android recorder writes: AMR moved into 3GP."""
    amr(path.with_suffix(".amr"))
    with (
        av.open(str(path.with_suffix(".amr"))) as spoken,
        av.open(str(path), "w", format="3gp") as out,
    ):
        track = out.add_stream_from_template(spoken.streams.audio[0])
        for packet in spoken.demux():
            if packet.dts is not None:
                packet.stream = track
                out.mux(packet)


def mp3_with_cover(path: Path) -> None:
    mp3(path)
    cover = b"\0image/jpeg\0\x03\0" + jpeg_bytes()
    frame = b"APIC" + _seven_bits(len(cover)) + b"\0\0" + cover
    frames = path.read_bytes()[path.read_bytes().index(b"\xff\xfb") :]
    path.write_bytes(b"ID3\x04\0\0" + _seven_bits(len(frame)) + frame + frames)


def growing_mp4(path: Path) -> None:
    """A sound whose every sample is the same half of the file, named a thousand times."""
    _record(path, "mp4", audio="aac")
    data = path.read_bytes()
    data += bytes(20_000 - len(data) % 4)
    head, moov = data[: data.index(b"moov") - 4], bytearray(data[data.index(b"moov") - 4 :])
    samples = 1000
    for kind, content in (
        (b"stts", struct.pack(">4I", 0, 1, samples, 1024)),
        (b"stsc", struct.pack(">5I", 0, 1, 1, 1, 1)),
        (b"stsz", struct.pack(">3I", 0, len(data) // 2, samples)),
        (b"stco", struct.pack(">2I", 0, samples) + struct.pack(">I", 48) * samples),
    ):
        _replace(moov, kind, content)
    path.write_bytes(head + moov.replace(b"edts", b"free"))


def _replace(moov: bytearray, kind: bytes, content: bytes) -> None:
    """Put another box in the place of one in a sample table, and lengthen all that hold it."""
    at = moov.index(kind) - 4
    (size,) = struct.unpack_from(">I", moov, at)
    moov[at : at + size] = _box(kind, content)
    for holder in (b"moov", b"trak", b"mdia", b"minf", b"stbl"):
        place = moov.index(holder) - 4
        (held,) = struct.unpack_from(">I", moov, place)
        struct.pack_into(">I", moov, place, held + len(content) + 8 - size)


def _record(path: Path, container: str, *, video: str = "", audio: str = "") -> None:
    options = {"movflags": "use_metadata_tags"} if container == "mov" else {}
    with av.open(str(path), "w", format=container, container_options=options) as out:
        out.metadata.update(_TAGS)
        moving = out.add_stream(video, rate=10) if video else None
        sounding = out.add_stream(audio, rate=48000) if audio else None
        for track in filter(None, (moving, sounding)):
            track.metadata.update({"handler_name": PLANTED.decode(), "language": "hin"})
        if isinstance(moving, VideoStream):
            moving.width, moving.height, moving.pix_fmt = *SIZE, "yuv420p"
        out.start_encoding()
        if isinstance(moving, VideoStream):
            _film(out, moving)
        if isinstance(sounding, AudioStream):
            _speak(out, sounding)


def _film(out: OutputContainer, track: VideoStream) -> None:
    h264 = track.codec_context.name == "libx264"
    planter = BitStreamFilterContext(_SEI, in_stream=track) if h264 else None
    for number in range(_FRAMES):
        turned = picture().rotate(9 * number)
        frame = VideoFrame.from_image(turned)  # type: ignore[no-untyped-call] # PyAV's own gap
        frame.pts, frame.time_base = number, Fraction(1, 10)
        _mux(out, track, track.encode(frame), planter)
    _mux(out, track, track.encode(None), planter)


def _speak(out: OutputContainer, track: AudioStream) -> None:
    size = track.codec_context.frame_size
    for number in range(_FRAMES):
        frame = AudioFrame(track.codec_context.format.name, track.layout.name, size)
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        frame.sample_rate, frame.pts = track.rate, number * size
        out.mux(track.encode(frame))
    out.mux(track.encode(None))


def _mux(
    out: OutputContainer,
    track: VideoStream,
    packets: "list[Packet[VideoStream]]",
    planter: BitStreamFilterContext | None,
) -> None:
    for packet in packets:
        for planted in planter.filter(packet) if planter else [packet]:
            planted.stream = track
            out.mux(planted)


def _seven_bits(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content
