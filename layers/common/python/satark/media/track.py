"""One track's way from the old container to the new one, without the notes inside its coding.

H.264 and H.265 have units for free text and device data, "supplemental enhancement information":
ITU-T H.264, annex D; H.265, annex D. A decoder draws the same pictures without them.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from av import AudioStream, Packet, VideoStream
from av.bitstream import BitStreamFilterContext
from av.container import OutputContainer

if TYPE_CHECKING:
    from av.stream import Stream

type Track = AudioStream | VideoStream


class _Notes(NamedTuple):
    """The types of a coding's notes, and where in a unit's first byte its type lies."""

    types: frozenset[int]
    shift: int
    mask: int

    @property
    def filter(self) -> str:
        return f"filter_units=remove_types={'|'.join(map(str, sorted(self.types)))}"


_NOTES: Final = {
    "h264": _Notes(frozenset({6}), 0, 0x1F),
    "hevc": _Notes(frozenset({39, 40}), 1, 0x3F),
}
_START: Final = b"\0\0\1"


class TrackCopy:
    def __init__(self, track: Track, container: OutputContainer) -> None:
        self._copy: Track = container.add_stream_from_template(track)
        notes = _NOTES.get(track.codec_context.name)
        self._filter = BitStreamFilterContext(notes.filter, track, self._copy) if notes else None
        if notes:
            self._clean_description(notes)
        if track.codec_context.name == "hevc":
            # Telephones play H.265 in MP4 under this tag only.
            self._copy.codec_tag = "hvc1"

    def moved(self, packet: "Packet[Stream]") -> "list[Packet[Stream]]":
        packets = self._filter.filter(packet) if self._filter else [packet]
        for moved in packets:
            moved.stream = self._copy
        return packets

    def _clean_description(self, notes: _Notes) -> None:
        """The filter leaves notes in the track's description, which it gives in start-code form."""
        description = self._copy.codec_context.extradata or b""
        units = [unit.rstrip(b"\0") for unit in description.split(_START)]
        kept = [unit for unit in units if unit and not _is_note(unit, notes)]
        self._copy.codec_context.extradata = b"".join(b"\0" + _START + unit for unit in kept)


def _is_note(unit: bytes, notes: _Notes) -> bool:
    return unit[0] >> notes.shift & notes.mask in notes.types
