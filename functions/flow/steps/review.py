from collections.abc import Iterator
from dataclasses import replace

from functions.flow import commands
from functions.flow.menus import Item, Menu
from functions.flow.scene import Scene
from functions.flow.session import Draft
from satark.message import Ask
from satark.police_range.model import StepKind

_SEND = "send"
_QUOTED = 120  # characters of the tipster's own words; the tip keeps all of them


class Review:
    """All that will be sent, in one bubble, and the last word on it."""

    puzzled = "note.unmatched"

    def ask(self, scene: Scene) -> Ask:
        text = scene.text(f"{scene.step}.text", answers="\n".join(_lines(scene)))
        return Menu(scene, _items(scene)).ask(text)

    def tap(self, scene: Scene, choice: str) -> Draft | None:
        match choice:
            case "send":
                return scene.settled
            case commands.BACK:
                return commands.stepped_back(scene.police_range, scene.draft)
            case commands.RESTART:
                return Draft()
        return None

    def read(self, scene: Scene, words: str) -> Draft | None:
        choice = Menu(scene, _items(scene)).read(words)
        return None if choice is None else self.tap(scene, choice)


def _items(scene: Scene) -> tuple[Item, ...]:
    choices = (_SEND, commands.BACK, commands.RESTART)
    return tuple(Item(choice, f"{scene.step}.choice.{choice}") for choice in choices)


def _lines(scene: Scene) -> Iterator[str]:
    draft = scene.draft
    yield scene.text("review.category", category=scene.text(f"category.{draft.category}.name"))
    yield from _followed_up(scene)
    yield _where(scene)
    yield _place(scene)
    yield from _chosen(scene)
    if count := draft.contributions:
        yield scene.text("review.evidence", count=count)


def _followed_up(scene: Scene) -> Iterator[str]:
    for asked, choice in _answered(scene, "questions"):
        question = asked.question
        answer = scene.text(f"{question}.choice.{choice}")
        yield scene.text("review.answer", question=scene.text(f"{question}.text"), answer=answer)


def _chosen(scene: Scene) -> Iterator[str]:
    for asked, choice in _answered(scene, "menu"):
        answer = scene.text(f"{asked.step}.choice.{choice}")
        yield scene.text(f"review.{asked.position.key}", answer=answer)


def _answered(scene: Scene, kind: StepKind) -> Iterator[tuple[Scene, str]]:
    for position in scene.road:
        if position.step.kind == kind and (choice := scene.draft.choice(position.key)):
            yield replace(scene, position=position), choice


def _where(scene: Scene) -> str:
    draft = scene.draft
    thana = f"place.{draft.thana}.name" if draft.thana else "note.dont_know"
    district = scene.text(f"place.{draft.district}.name")
    return scene.text("review.thana", thana=scene.text(thana), district=district)


def _place(scene: Scene) -> str:
    draft = scene.draft
    if draft.place.words:
        return scene.text("review.place_words", words=clipped(draft.place.words, _QUOTED))
    if draft.place.latitude is not None:
        return scene.text("review.place_pin")
    spoken = any(exhibit.ref == draft.spoken_place for exhibit in draft.exhibits)
    return scene.text("review.place_voice" if spoken else "review.place_unknown")


def clipped(words: str, room: int) -> str:
    """On one line, and at most `room` characters."""
    line = " ".join(words.split())
    return line if len(line) <= room else f"{line[: room - 1].rstrip()}…"
