from dataclasses import replace

from functions.flow.commands import greets
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.spelling import commanded
from satark.message import AskLocation


class PlaceStep:
    """Where it happens: any words are an answer, as is a pin, a voice note, or "don't know"."""

    puzzled = "note.unmatched"

    def ask(self, scene: Scene) -> AskLocation:
        return AskLocation(scene.text(f"{scene.step}.text"))

    def tap(self, scene: Scene, choice: str) -> Draft | None:  # noqa: ARG002 - it offers no tap of ours
        return None

    def read(self, scene: Scene, words: str) -> Draft | None:
        if commanded(words, scene.police_range, "unknown", "skip"):
            return scene.settled
        if greets(words, scene.police_range):
            return scene.draft
        return replace(scene.settled, place=replace(scene.draft.place, words=words.strip()))
