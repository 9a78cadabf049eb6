"""What a tipster sends beyond answers is kept and acknowledged, or the tipster is told why not."""

from dataclasses import replace
from datetime import datetime, timedelta

from functions.flow.keeping import has_room, with_file, with_words, without
from functions.flow.scene import Scene
from functions.flow.turn import Turn
from satark.identity import MessageRef
from satark.message import InboundMessage, Media, Pin
from satark.tip import Evidence, Place

_ALBUM = timedelta(seconds=3)


def said(scene: Scene, ref: MessageRef, words: str, note: str) -> Turn:
    """Words that are kept, under this note, or turned away for want of room."""
    kept = with_words(scene.draft, ref, words, scene.police_range.limits)
    if kept is None:
        return Turn(scene.draft, scene.text("note.full"), urgent=True)
    return Turn(kept, scene.text(note, count=kept.contributions))


def shown(scene: Scene, message: InboundMessage, media: Media, evidence: Evidence | None) -> Turn:
    """A file, as what became of it; None for one that was not fetched, as the tip is full."""
    if evidence is None or not has_room(scene.draft, scene.police_range.limits):
        return _turned_away(scene, message.ref, media.caption)
    kept = with_file(scene.draft, message.ref, evidence, message.at)
    if evidence.state != "kept":
        return Turn(kept, scene.text(f"note.{evidence.state}"), urgent=True)
    if evidence.voice and scene.position.step.kind == "place":
        return Turn(replace(kept.settling(scene.position.key), spoken_place=message.ref))
    quiet = in_an_album(kept.thanked_at, message.at)
    kept = replace(kept, thanked_at=message.at)
    return Turn(kept, scene.text(_thanks(scene), count=kept.contributions), quiet)


def pinned(scene: Scene, ref: MessageRef, pin: Pin) -> Turn:
    """The place of the activity. A second pin is the place only where that is being asked."""
    asked = scene.position.step.kind == "place"
    if scene.draft.place.latitude is not None and not asked:
        return said(scene, ref, written(pin), _thanks(scene))
    placed = replace(scene.draft, place=_placed(scene.draft.place, pin))
    for key in scene.keys_of("place"):
        placed = placed.settling(key)
    return Turn(placed, None if asked else scene.text("note.place_kept"))


def corrected(scene: Scene, ref: MessageRef, words: str) -> Turn:
    return said(scene, ref, words, _thanks(scene))


def taken_back(scene: Scene, ref: MessageRef | None) -> Turn:
    left = without(scene.draft, ref)
    if left == scene.draft:
        return Turn(left, quiet=True)
    return Turn(left, scene.text("note.taken_back"))


def _turned_away(scene: Scene, ref: MessageRef, caption: str) -> Turn:
    """The words under a file that a full tip cannot take are kept all the same."""
    kept = with_words(scene.draft, ref, caption, scene.police_range.limits) if caption else None
    return Turn(kept or scene.draft, scene.text("note.full"), urgent=True)


def _thanks(scene: Scene) -> str:
    return "note.kept" if scene.position.step.kind == "evidence" else "note.kept_aside"


def in_an_album(thanked_at: datetime | None, at: datetime) -> bool:
    """Whether the thanks for a file sent a moment ago speak for this one too."""
    return thanked_at is not None and abs(at - thanked_at) <= _ALBUM


def written(pin: Pin) -> str:
    """A place on the map as words."""
    return f"📍 {', '.join(filter(None, (f'{pin.latitude}, {pin.longitude}', _name(pin))))}"


def _placed(place: Place, pin: Pin) -> Place:
    """What WhatsApp calls the place stands in where the tipster has no words."""
    return Place(place.words or _name(pin), pin.latitude, pin.longitude)


def _name(pin: Pin) -> str:
    return ", ".join(filter(None, (pin.name, pin.address)))
