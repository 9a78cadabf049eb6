"""What people type means one thing."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from satark.police_range.checks.namesakes import folded
from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.source import ConversationSource
from satark.police_range.texts import Texts
from satark.police_range.vocabulary import COMMANDS

_FILE = "conversation.toml"


def word_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if folder.conversation is None:
        return
    yield from _commands(folder.conversation.words, folder.languages)
    yield from _numbers(list(folder.conversation.numbers))
    yield from _ambiguous(folder.conversation)


def _commands(words: dict[str, list[str]], languages: tuple[str, ...]) -> Iterator[Problem]:
    for command in COMMANDS:
        if not words.get(command):
            fix = "Write what people type for it, in every language and script"
            yield Problem(_FILE, f"words.{command}", "is missing", fix)
    for unknown in words.keys() - {*COMMANDS, *languages}:
        near = get_close_matches(unknown, COMMANDS, n=1)
        fix = f"Remove it, or correct the key{f', perhaps to `{near[0]}`' if near else ''}"
        yield Problem(_FILE, f"words.{unknown}", "is neither a command nor a language", fix)


def _numbers(given: list[str]) -> Iterator[Problem]:
    if given != [str(count) for count in range(1, len(given) + 1)]:
        yield Problem(
            _FILE, "numbers", "do not count 1, 2, 3…", "Write them in order, without a gap"
        )


def _ambiguous(conversation: ConversationSource) -> Iterator[Problem]:
    meanings: dict[str, set[str]] = defaultdict(set)
    for root in ("words", "numbers"):
        for name, spellings in getattr(conversation, root).items():
            for spelling in spellings:
                meanings[folded(spelling)].add(f"{root}.{name}")
    for spelling, keys in meanings.items():
        if len(keys) > 1:
            what = f"{spelling!r} also stands under {', '.join(sorted(keys)[1:])}"
            yield Problem(_FILE, min(keys), what, "Keep it under one of them")
