"""What officers type means one thing, be it a button's label or a word of officers.toml."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from satark.police_range.checks.namesakes import folded
from satark.police_range.command_words import OFFICERS_COMMANDS
from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts

_FILE = "officers.toml"


def officers_word_problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    if folder.officers is None:
        return
    given = folder.officers.command
    yield from _missing(given)
    yield from _stray(given)
    yield from _ambiguous(given, texts)


def _missing(given: dict[str, list[str]]) -> Iterator[Problem]:
    for command in OFFICERS_COMMANDS:
        if not any(map(folded, given.get(command, ()))):
            fix = "Write what officers type for it, in every language and script"
            yield Problem(_FILE, f"command.{command}", "is missing", fix)


def _stray(given: dict[str, list[str]]) -> Iterator[Problem]:
    for command in given.keys() - set(OFFICERS_COMMANDS):
        near = get_close_matches(command, OFFICERS_COMMANDS, n=1)
        fix = f"Remove it, or correct the key{f', perhaps to `{near[0]}`' if near else ''}"
        yield Problem(_FILE, f"command.{command}", "is not a command of officers", fix)


def _ambiguous(given: dict[str, list[str]], texts: Texts) -> Iterator[Problem]:
    meant: dict[str, set[str]] = defaultdict(set)
    for command in OFFICERS_COMMANDS:
        labels = (spoken.get(f"officer.{command}", "") for spoken in texts.values())
        for spelling in (*given.get(command, ()), *labels):
            meant[folded(spelling)].add(command)
    for spelling, commands in meant.items():
        first, *others = sorted(commands)
        if spelling and others:
            what = f"{spelling!r} also means {', '.join(others)}"
            yield Problem(_FILE, f"command.{first}", what, "Keep it for one of them")
