"""What the tipster reads: the question at which the draft stands, with a note before it."""

from dataclasses import replace

from functions.flow.filing import Filed
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.steps import KINDS
from satark.message import Ask, AskLocation, Outgoing, Say
from satark.police_range.model import PoliceRange
from satark.whatsapp.limits import ASK_BODY


def asked(
    police_range: PoliceRange, draft: Draft, note: str | None, *, again: bool = False
) -> tuple[Outgoing, ...]:
    """One bubble, for WhatsApp does not promise the order of two; two where one cannot hold both.

    Once evidence was asked for, a note stands in for the question: all else is its one button.
    """
    scene = Scene.of(police_range, draft)
    question = KINDS[scene.position.step.kind].ask(scene)
    if again and note and scene.position.step.kind == "evidence":
        return (replace(question, body=note),)
    return together(note or _notice(scene), question)


def together(note: str | None, question: Ask | AskLocation) -> tuple[Outgoing, ...]:
    """One bubble where both fit into it, else two."""
    if note is None:
        return (question,)
    body = f"{note}\n\n{question.body}"
    return (replace(question, body=body),) if len(body) <= ASK_BODY else (Say(note), question)


def _notice(scene: Scene) -> str | None:
    """What stands before this question in the range's own dialogue, on the first of its pages."""
    steps = scene.police_range.steps
    before = steps[steps.index(scene.position.step) - 1]
    told = before.kind == "notice" and scene.draft.page is None
    return scene.text(f"step.{before.id}.text") if told else None


def receipt(police_range: PoliceRange, draft: Draft, filed: Filed) -> Say:
    scene = Scene.of(police_range, draft)
    text = scene.text(f"{scene.step}.text", receipt=filed.receipt)
    if filed.expired:
        text = f"{text}\n\n{scene.text('note.expired', count=filed.expired)}"
    return Say(text)
