"""What makes a tip more sensitive counts once, and only where somebody can choose or say it."""

from collections import defaultdict
from collections.abc import Iterator

from satark.phrases import fold_pattern
from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.sensitivity_source import SensitivitySource
from satark.police_range.texts import Texts
from satark.tip import WHEN

_FILE = "sensitivity.toml"


def sensitivity_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if folder.sensitivity:
        yield from _levels(folder.sensitivity)
        yield from _twice(folder.sensitivity)
        yield from _empty(folder.sensitivity)
    for name, step in folder.conversation.step.items() if folder.conversation else ():
        if step.points and name != WHEN:
            fix = f"Remove them: only a category's questions and the step `{WHEN}` are rated"
            yield Problem("conversation.toml", f"step.{name}.points", "count nowhere", fix)


def _levels(source: SensitivitySource) -> Iterator[Problem]:
    if source.level.critical <= source.level.sensitive:
        fix = f"Write more than {source.level.sensitive}"
        yield Problem(_FILE, "level.critical", "is not above level.sensitive", fix)


def _twice(source: SensitivitySource) -> Iterator[Problem]:
    meant: dict[str, list[str]] = defaultdict(list)
    for name, signal in source.lexicon.items():
        for phrase in {" ".join(fold_pattern(phrase)) for phrase in signal.phrases}:
            meant[phrase].append(f"lexicon.{name}")
    for phrase, (first, *others) in meant.items():
        if others:
            what = f"{phrase!r} also stands under {', '.join(others)}"
            yield Problem(_FILE, f"{first}.phrases", what, "Keep it under one of them")


def _empty(source: SensitivitySource) -> Iterator[Problem]:
    for name, signal in source.lexicon.items():
        if any(not all(fold_pattern(phrase)) or not phrase.strip() for phrase in signal.phrases):
            what = "has a word without letters"
            yield Problem(_FILE, f"lexicon.{name}.phrases", what, "Write words")
