"""Taps and typed words: commands, answers, and words that are neither and yet are kept."""

from dataclasses import replace

from functions.flow import commands
from functions.flow.contributions import said
from functions.flow.road import Position
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.steps import KINDS
from functions.flow.turn import Turn
from satark.identity import MessageRef

_STUCK = 3  # answers in a row that were none


def tapped(scene: Scene, tap: str) -> Turn:
    """A tap on an older question answers that one anew; any other is no answer."""
    key, _, choice = tap.partition("=")
    draft = scene.draft.reopening(key) if key in scene.draft.settled else scene.draft
    there = next((at for at in scene.road if at.key == key), None)
    if there is None or (draft is scene.draft and there != scene.position):
        return Turn(scene.draft)
    answered = KINDS[there.step.kind].tap(Scene(scene.police_range, draft, there), choice)
    return _answered(scene, there, answered) if answered else Turn(scene.draft)


def read(scene: Scene, ref: MessageRef, words: str) -> Turn:
    if command := commands.command(words, scene.police_range):
        return _commanded(scene, command)
    kind = KINDS[scene.position.step.kind]
    if scene.position.step.kind != "language" and (spoken := _language(scene, words)):
        return Turn(replace(scene.draft, language=spoken))
    if answered := kind.read(scene, words):
        return _answered(scene, scene.position, answered)
    if commands.greets(words, scene.police_range):
        return Turn(scene.draft)
    return _puzzled(scene, ref, words, kind.puzzled)


def _commanded(scene: Scene, command: str) -> Turn:
    match command:
        case commands.BACK:
            return Turn(commands.stepped_back(scene.police_range, scene.draft))
        case commands.RESTART:
            return Turn(Draft(), scene.text("note.restarted"))
        case commands.LANGUAGE:
            return Turn(scene.draft.reopening(*scene.keys_of("language")))
    return Turn(scene.draft, scene.text("note.help"))


def _language(scene: Scene, words: str) -> str | None:
    return commands.language_named(words, scene.police_range)


def _answered(scene: Scene, there: Position, draft: Draft) -> Turn:
    """An answer that says that somebody may be in danger just now: 112 comes first."""
    chosen = draft.choice(there.key)
    urgent = any(choice.urgent for choice in there.choices if choice.id == chosen)
    again = chosen == scene.draft.choice(there.key)
    return Turn(draft, scene.text("note.danger") if urgent and not again else None)


def _puzzled(scene: Scene, ref: MessageRef, words: str, note: str) -> Turn:
    """Who fails again and again is shown a way out, to a person too."""
    if note == "note.kept":
        return said(scene, ref, words, note)
    count = scene.draft.puzzled + 1
    turn = said(scene, ref, words, note if count % _STUCK else "note.stuck")
    return replace(turn, draft=replace(turn.draft or scene.draft, puzzled=count))
