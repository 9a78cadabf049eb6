"""Videos, voice notes and music: the coded sound and pictures move to a new container.

Nothing is decoded, so a long video costs no more than reading and writing it. Left behind are
metadata, dates, chapters, cover pictures, every track that is neither sound nor picture, and the
free-text units (SEI) that cameras put inside H.264 and H.265.
"""

from pathlib import Path
from typing import Final

import av
from av import VideoStream
from av.container import InputContainer, OutputContainer
from av.stream import Disposition

from satark.media.cleaning import CannotClean
from satark.media.sniff import Kind
from satark.media.track import Track, TrackCopy

_DEMUXERS: Final = {Kind.OGG: "ogg", Kind.AAC: "aac", Kind.AMR: "amr", Kind.MP3: "mp3"}
_MUXERS: Final = {
    Kind.MP4: "mp4",
    Kind.M4A: "mp4",
    Kind.THREE_GP: "3gp",
    Kind.OGG: "ogg",
    Kind.AAC: "adts",
    Kind.AMR: "amr",
    Kind.MP3: "mp3",
}
_NO_TAGS: Final = {
    Kind.MP3: {"id3v2_version": "0", "write_id3v1": "0", "write_xing": "0"},
}
_ROOM: Final = 1024 * 1024
"""A container's own bytes. Its coded sound and pictures were once within the source's size."""


def remux(source: Path, destination: Path, kind: Kind) -> Kind:
    """Move sound and pictures to a clean container; give the kind that was written."""
    try:
        with av.open(str(source), format=_DEMUXERS.get(kind, "mov")) as old:
            tracks = _tracks(old)
            stored = _stored_kind(kind, tracks)
            with _container(destination, stored) as new:
                _copy(old, new, tracks, limit=source.stat().st_size + _ROOM)
    except (av.FFmpegError, ValueError, OSError) as error:
        raise CannotClean("a broken recording, or one of an unusual kind") from error
    return stored


def _tracks(old: InputContainer) -> list[Track]:
    videos = [track for track in old.streams.video if not track.disposition & _STILL]
    tracks: list[Track] = [*videos, *old.streams.audio]
    if not tracks:
        raise CannotClean("no sound and no moving picture in it")
    if any(track.codec_context is None for track in tracks):
        raise CannotClean("sound or pictures in an unknown coding")
    return tracks


_STILL: Final = Disposition.attached_pic | Disposition.timed_thumbnails


def _stored_kind(kind: Kind, tracks: list[Track]) -> Kind:
    """MP4 in the place of QuickTime; sound alone in a container that WhatsApp knows as sound."""
    if kind in _DEMUXERS:
        return kind
    if any(isinstance(track, VideoStream) for track in tracks):
        return Kind.THREE_GP if kind is Kind.THREE_GP else Kind.MP4
    amr = len(tracks) == 1 and tracks[0].codec_context.name.startswith("amr")
    return Kind.AMR if amr else Kind.M4A


def _container(destination: Path, kind: Kind) -> OutputContainer:
    return av.open(
        str(destination),
        "w",
        format=_MUXERS[kind],
        container_options={"fflags": "+bitexact", **_NO_TAGS.get(kind, {})},
    )


def _copy(old: InputContainer, new: OutputContainer, tracks: list[Track], *, limit: int) -> None:
    copies = {track.index: TrackCopy(track, new) for track in tracks}
    moved = False
    for packet in old.demux(tracks):
        # A file may name the same bytes many times over, and so grow without bound when copied.
        limit -= packet.size
        if limit < 0:
            raise CannotClean("it unpacks to more than its own size")
        if packet.dts is not None:
            moved = True
            new.mux(copies[packet.stream.index].moved(packet))
    if not moved:
        raise CannotClean("no sound and no moving picture in it")
