"""Texts that the dialogue puts into one bubble must fit into it together."""

from collections.abc import Iterator

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.source import CategorySource
from satark.police_range.texts import UNKNOWN, Texts, problem_at
from satark.whatsapp.limits import ASK_BODY

PLACE_WORDS = 120
"""So many of the tipster's own characters the review quotes."""


def together_problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    if not (folder.conversation and folder.categories):
        return
    steps: dict[str, str] = {
        step.kind: f"step.{name}.text" for name, step in folder.conversation.step.items()
    }
    everywhere = [spoken.get(steps.get("language", ""), "") for spoken in texts.values()]
    for language, spoken in texts.items():
        evidence = [
            spoken.get(steps.get("evidence", ""), ""),
            spoken.get("note.protected_media", ""),
        ]
        review = [spoken.get(steps.get("review", ""), ""), *_longest_review(folder, spoken)]
        told = [spoken.get(steps.get(kind, ""), "") for kind in ("notice", "category")]
        joined = {
            "language": everywhere,
            "category": told,
            "evidence": evidence,
            "review": review,
        }
        for kind, parts in joined.items():
            yield from _too_long(folder, language, steps.get(kind, "step"), parts)


def _too_long(folder: Folder, language: str, key: str, parts: list[str]) -> Iterator[Problem]:
    length = len("\n\n".join(parts))
    if length > ASK_BODY:
        what = f"may grow to {length} characters with what it is shown with; {ASK_BODY} fit"
        yield problem_at(folder, language, key, what, "Shorten it, or the texts filled into it")


def _longest_review(folder: Folder, spoken: dict[str, str]) -> Iterator[str]:
    """Lines as long as they can get; a text's {name} stands for a few characters more."""
    categories = folder.categories.category if folder.categories else {}
    yield max((_told(name, each, spoken) for name, each in categories.items()), key=len, default="")
    yield "x" * PLACE_WORDS
    yield from (text for key, text in spoken.items() if key.startswith("review."))
    for name, step in (folder.conversation.step if folder.conversation else {}).items():
        titles = (spoken.get(f"step.{name}.choice.{choice}", "") for choice in step.choice)
        yield max(titles, key=len, default="")
    for depth in (0, 1):
        yield max(
            (text for key, text in spoken.items() if _is_place(key, depth)), key=len, default=""
        )


def _is_place(key: str, depth: int) -> bool:
    return key.startswith("place.") and key.count("/") == depth


def _told(name: str, category: CategorySource, spoken: dict[str, str]) -> str:
    lines = [spoken.get(f"category.{name}.name", "")]
    for asked, question in category.question.items():
        key = f"category.{name}.question.{asked}"
        titles = (
            spoken.get(f"{key}.choice.{choice}", "") for choice in (*question.choice, UNKNOWN)
        )
        lines += [
            spoken.get(f"{key}.text", ""),
            max(titles, key=len),
            spoken.get("review.answer", ""),
        ]
    return "\n".join(lines)
