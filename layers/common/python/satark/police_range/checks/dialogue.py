"""The steps lead from the language to the receipt, and ask nothing before they can."""

from collections.abc import Iterator
from itertools import pairwise

from satark.police_range.checks.categories import stray_choices
from satark.police_range.folder import Folder
from satark.police_range.model import StepKind
from satark.police_range.problems import Problem
from satark.police_range.source import StepSource
from satark.police_range.texts import Texts

_FILE = "conversation.toml"
_ORDER: tuple[StepKind, ...] = (
    "language",
    "category",
    "questions",
    "district",
    "thana",
    "place",
    "evidence",
    "review",
    "receipt",
)
"""Menus and notices may stand anywhere between the first and the last."""

_CHOICES = 2


def dialogue_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if folder.conversation is None:
        return
    steps = folder.conversation.step
    yield from _kinds([step.kind for step in steps.values()])
    for name, step in steps.items():
        yield from _choices(f"step.{name}", step, folder.languages[:1])
        yield from stray_choices(_FILE, f"step.{name}", step)
    if "when" not in steps:
        fix = "Add a menu of this name: officers read its answer by it"
        yield Problem(_FILE, "step.when", "is missing", fix)


def _kinds(kinds: list[StepKind]) -> Iterator[Problem]:
    for kind in _ORDER:
        if (count := kinds.count(kind)) != 1:
            yield Problem(_FILE, "step", f"{count} steps of kind {kind}", "Keep exactly one")
    placed = [kind for kind in kinds if kind not in {"menu", "notice"}]
    for before, after in pairwise(placed):
        if _ORDER.index(before) > _ORDER.index(after):
            fix = f"Keep this order: {', '.join(_ORDER)}"
            yield Problem(_FILE, "step", f"{after} comes after {before}", fix)
    if kinds[0] != "language" or kinds[-1] != "receipt":
        yield Problem(
            _FILE, "step", "does not lead from language to receipt", "Move the menus between"
        )


def _choices(key: str, step: StepSource, base: tuple[str, ...]) -> Iterator[Problem]:
    expected = {"language": set(base), "review": {"send", "back", "restart"}}
    given = set(step.choice)
    if step.kind == "menu":
        if len(given) < _CHOICES:
            fix = "Give the menu two choices or more, or make it a notice"
            yield Problem(_FILE, f"{key}.choice", f"{len(given)} choices", fix)
    elif given != expected.get(step.kind, set()):
        wanted = ", ".join(sorted(expected.get(step.kind, set()))) or "none"
        what = f"the choices are {', '.join(sorted(given)) or 'none'}"
        yield Problem(_FILE, f"{key}.choice", what, f"A step of kind {step.kind} has: {wanted}")
