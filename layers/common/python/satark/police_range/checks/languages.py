"""Each language after the first is one file of locales/, which overlays texts and adds words."""

from collections.abc import Iterator
from typing import Any

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts, is_text

_WORDS = ("words", "numbers")


def language_problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    if folder.range is None:
        return
    named = folder.range.languages
    if len(set(named)) < len(named):
        yield Problem("range.toml", "languages", "names a language twice", "Name each once")
    yield from _files(folder, set(named[1:]))
    for language in folder.spoken:
        if f"{folder.language_choices}.{language}" not in texts[language]:
            key, fix = f"{folder.language_choices}.{language}", "Write the language's own name"
            yield Problem(_file(language), key, "is missing", fix)
    for language in sorted(folder.locales):
        yield from _structure(language, folder)


def _files(folder: Folder, named: set[str]) -> Iterator[Problem]:
    overlays = {file[8:-5] for file in folder.tables if file.startswith("locales/")}
    for language in sorted(named - overlays):
        yield Problem(_file(language), "file", "is missing", "Add it")
    for language in sorted(named & set(folder.drafts)):
        fix = f"Remove it there, or `draft` in {_file(language)}"
        yield Problem("range.toml", "languages", f"names {language}, which is a draft", fix)
    for language in sorted(folder.locales.keys() - named - set(folder.drafts)):
        fix = "Add the language to range.toml, say `draft = true` in the file, or remove the file"
        yield Problem(_file(language), "file", "is not a language on offer", fix)


def _structure(language: str, folder: Folder) -> Iterator[Problem]:
    for path in _leaves(folder.tables[_file(language)]):
        if not (is_text(path) or path[0] in _WORDS or path == ("draft",)):
            fix = "Remove it: a locale only translates"
            yield Problem(_file(language), ".".join(path), "is no text", fix)
        if ".".join(path[:-1]) == folder.language_choices and path[-1] != language:
            fix = "Remove it: each language gives its own name only"
            yield Problem(_file(language), ".".join(path), "is another language", fix)


def _file(language: str) -> str:
    return f"locales/{language}.toml"


def _leaves(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name)
