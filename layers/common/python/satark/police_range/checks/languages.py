"""Each language after the first is one file of locales/, which only overlays texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts, is_text


def language_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if not folder.languages:
        return
    if len(set(folder.languages)) < len(folder.languages):
        yield Problem("range.toml", "languages", "names a language twice", "Name each once")
    overlays = {Path(file).stem for file in folder.tables if file.startswith("locales/")}
    for language in sorted(set(folder.languages[1:]) - overlays):
        yield Problem(f"locales/{language}.toml", "file", "is missing", "Add it")
    for language in sorted(overlays - set(folder.languages[1:])):
        fix = "Add the language to range.toml, or remove the file"
        yield Problem(f"locales/{language}.toml", "file", "is not a language on offer", fix)
    for language in sorted(overlays):
        yield from _structure(f"locales/{language}.toml", folder.tables)


def _structure(file: str, tables: dict[str, dict[str, Any]]) -> Iterator[Problem]:
    for path in _leaves(tables[file]):
        if not is_text(path):
            yield Problem(file, ".".join(path), "is no text", "Remove it: a locale only translates")


def _leaves(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name)
