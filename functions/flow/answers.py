"""Taps and typed words: commands, answers, and words that are neither and yet are kept."""

from functions.flow import commands
from functions.flow.contributions import said
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.steps import KINDS
from functions.flow.turn import Turn
from satark.identity import MessageRef


def tapped(scene: Scene, tap: str) -> Turn:
    """A tap on an older question answers that one anew; any other is no answer."""
    key, _, choice = tap.partition("=")
    draft = scene.draft.reopening(key) if key in scene.draft.settled else scene.draft
    there = next((at for at in scene.road if at.key == key), None)
    if there is None or (draft is scene.draft and there != scene.position):
        return Turn(scene.draft)
    answered = KINDS[there.step.kind].tap(Scene(scene.police_range, draft, there), choice)
    return Turn(answered or scene.draft)


def read(scene: Scene, ref: MessageRef, words: str) -> Turn:
    match commands.command(words, scene.police_range):
        case commands.HELP:
            return Turn(scene.draft, scene.text("note.help"))
        case commands.BACK:
            return Turn(commands.stepped_back(scene.police_range, scene.draft))
        case commands.RESTART:
            return Turn(Draft(), scene.text("note.restarted"))
    kind = KINDS[scene.position.step.kind]
    if answered := kind.read(scene, words):
        return Turn(answered)
    if commands.greets(words, scene.police_range):
        return Turn(scene.draft)
    return said(scene, ref, words, kind.puzzled)
