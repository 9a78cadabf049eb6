"""What people type means one thing."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from satark.police_range.checks.namesakes import folded
from satark.police_range.command_words import COMMANDS
from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts
from satark.police_range.words import Spellings, spellings

_FILE = "conversation.toml"


def word_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if folder.conversation is None:
        return
    given = list(folder.conversation.numbers)
    known = {*COMMANDS, *folder.spoken}
    yield from _missing(folder.conversation.words)
    yield from _numbers(given)
    for each in spellings(folder, folder.spoken):
        yield from _stray(each, known if each.root == "words" else {*given})
    yield from _ambiguous(folder)


def _missing(words: dict[str, list[str]]) -> Iterator[Problem]:
    for command in COMMANDS:
        if not words.get(command):
            fix = "Write what people type for it, in every language and script"
            yield Problem(_FILE, f"words.{command}", "is missing", fix)


def _stray(found: Spellings, known: set[str]) -> Iterator[Problem]:
    if found.name not in known:
        near = get_close_matches(found.name, known, n=1)
        fix = f"Remove it, or correct the key{f', perhaps to `{near[0]}`' if near else ''}"
        what = "is neither a command nor a language" if found.root == "words" else "is not counted"
        yield Problem(found.file, found.key, what, fix)


def _numbers(given: list[str]) -> Iterator[Problem]:
    if given != [str(count) for count in range(1, len(given) + 1)]:
        yield Problem(
            _FILE, "numbers", "do not count 1, 2, 3…", "Write them in order, without a gap"
        )


def _ambiguous(folder: Folder) -> Iterator[Problem]:
    meanings: dict[str, dict[str, str]] = defaultdict(dict)
    for each in spellings(folder, folder.spoken):
        for spelling in each.spelt:
            meanings[folded(spelling)][each.key] = each.file
    for spelling, files in meanings.items():
        first, *others = sorted(files)
        if others:
            what = f"{spelling!r} also stands under {', '.join(others)}"
            yield Problem(files[first], first, what, "Keep it under one of them")
