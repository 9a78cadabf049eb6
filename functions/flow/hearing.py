"""What a message does to a draft. Every kind of content has its decided answer here."""

from dataclasses import replace

from functions.flow.answers import read, tapped
from functions.flow.commands import in_danger
from functions.flow.contributions import corrected, pinned, shown, taken_back
from functions.flow.scene import Scene
from functions.flow.spelling import commanded, number
from functions.flow.steps import KINDS
from functions.flow.turn import Turn
from functions.flow.voice import Voice
from satark.message import (
    Deleted,
    Edited,
    IdentityChanged,
    InboundMessage,
    Media,
    Pin,
    Reaction,
    Tap,
    Text,
    Unsupported,
)
from satark.tip import Evidence


def hear(  # noqa: PLR0911 - a table: one line for each kind of content
    scene: Scene, message: InboundMessage, evidence: Evidence | None
) -> Turn:
    match message.content:
        case Text(body=words):
            return _warned(scene, words, read(scene, message.ref, words))
        case Tap(id=tap):
            return tapped(scene, tap)
        case Media() as media:
            return shown(scene, message, media, evidence)
        case Pin() as pin:
            return pinned(scene, message.ref, pin)
        case Edited(body=words):
            return corrected(scene, message.quotes or message.ref, words)
        case Deleted():
            return taken_back(scene, message.quotes)
        case Reaction() | IdentityChanged():
            return Turn(scene.draft, quiet=True)
        case Unsupported():
            return Turn(scene.draft, scene.text("note.unsupported"))


def open_with(scene: Scene, message: InboundMessage, evidence: Evidence | None) -> Turn:
    """A first message: what it tells is kept, but the reply is the same to whatever it is."""
    match message.content:
        case Reaction() | Deleted():
            return Turn(None, quiet=True)
        case Text(body=words) if _tells_nothing(scene, words):
            return _warned(scene, words, Turn(scene.draft))
        case Text(body=words):
            return _warned(scene, words, Turn(read(scene, message.ref, words).draft))
        case Tap():
            return Turn(scene.draft)
    return Turn(hear(scene, message, evidence).draft)


def _warned(scene: Scene, words: str, turn: Turn) -> Turn:
    """Words of danger are kept like all others, but 112 comes first."""
    if not in_danger(words, scene.police_range):
        return turn
    danger = Voice(scene.police_range, scene.draft.language).text("note.danger")
    return replace(turn, note="\n\n".join(filter(None, (danger, turn.note))), urgent=True)


def _tells_nothing(scene: Scene, words: str) -> bool:
    """A greeting, a command, or an answer to a question that is not asked, or not any more."""
    police_range = scene.police_range
    return (
        number(words, police_range) is not None
        or commanded(words, police_range, *(police_range.words.keys() - {"danger"})) is not None
        or KINDS[scene.position.step.kind].read(scene, words) is not None
    )
