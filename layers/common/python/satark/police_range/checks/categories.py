"""Kinds of activity, each with a few follow-up questions that taps can answer."""

from collections.abc import Iterator

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.source import CategorySource, ChoicesSource
from satark.police_range.texts import UNKNOWN, Texts

_QUESTIONS = range(1, 4)
_CHOICES = range(2, 6)
_FILE = "categories.toml"


def category_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if folder.categories:
        for name, category in folder.categories.category.items():
            yield from _category(f"category.{name}", category)


def _category(key: str, category: CategorySource) -> Iterator[Problem]:
    if (count := len(category.question)) not in _QUESTIONS:
        yield Problem(_FILE, f"{key}.question", f"{count} questions", "Ask one to three")
    for name, question in category.question.items():
        yield from _question(f"{key}.question.{name}", question)


def _question(key: str, question: ChoicesSource) -> Iterator[Problem]:
    if UNKNOWN in question.choice:
        fix = "Remove it: every question gets it by itself, worded as note.dont_know"
        yield Problem(_FILE, f"{key}.choice.{UNKNOWN}", "is spoken for", fix)
    if (count := len(question.choice)) not in _CHOICES:
        yield Problem(_FILE, f"{key}.choice", f"{count} choices", "Offer two to five")
    yield from stray_choices(_FILE, key, question)


def stray_choices(file: str, key: str, source: ChoicesSource) -> Iterator[Problem]:
    fix = f"Name one of: {', '.join(source.choice)}"
    for choice in source.conflict.keys() - source.choice.keys():
        yield Problem(file, f"{key}.conflict.{choice}", "is not a choice here", fix)
    for choice in source.points.keys() - source.choice.keys():
        yield Problem(file, f"{key}.points.{choice}", "is not a choice here", fix)
    for choice in set(source.urgent) - source.choice.keys():
        yield Problem(file, f"{key}.urgent", f"{choice!r} is not a choice here", fix)
