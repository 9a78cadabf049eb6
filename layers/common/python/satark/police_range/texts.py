"""All texts of a folder, by language and dotted key."""

from collections.abc import Iterator
from typing import Any

from satark.police_range.folder import ORGANISATION, Folder
from satark.police_range.problems import Problem

Texts = dict[str, dict[str, str]]

_BASE_FILES = (
    *("categories.toml", "conversation.toml", "officers.toml"),
    *("sensitivity.toml", "reports.toml", "dashboard.toml"),
)
UNKNOWN = "unknown"


def texts_of(folder: Folder) -> Texts:
    """Each language's own, without any that another would stand in for."""
    written = {language: dict(_written(folder, language)) for language in folder.spoken}
    names = dict(_own_names(folder, written))
    return {
        language: spoken | names | dict(_dont_knows(folder, spoken))
        for language, spoken in written.items()
    }


def _own_names(folder: Folder, written: Texts) -> Iterator[tuple[str, str]]:
    """A language is called by its own name in every other."""
    for language, spoken in written.items():
        key = f"{folder.language_choices}.{language}"
        if key in spoken:
            yield key, spoken[key]


def _written(folder: Folder, language: str) -> Iterator[tuple[str, str]]:
    for file in _files(folder, language):
        yield from _flat(folder.tables.get(file, {}))
    for row in folder.rows:
        if name := (row.names.get(language) or "").strip():
            yield f"place.{row.place.id}.name", name


def _files(folder: Folder, language: str) -> tuple[str, ...]:
    return _BASE_FILES if language == folder.languages[0] else (f"locales/{language}.toml",)


def _flat(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        here = (*path, name)
        if isinstance(value, dict):
            yield from _flat(value, here)
        elif isinstance(value, str) and is_text(here):
            yield ".".join(here), value.strip()


def is_text(path: tuple[str, ...]) -> bool:
    """Whether people read what stands here; the rest of a file is structure."""
    match path:
        case ("step" | "category", _, "text" | "name" | "description"):
            return True
        case ("step", _, "choice", _) | ("category", _, "question", _, "text" | "hint"):
            return True
        case ("category", _, "question", _, "choice", _):
            return True
        case ("step" | "category" | "words" | "numbers" | "command", *_):
            return False
    return len(path) > 1


def _dont_knows(folder: Folder, spoken: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every question of a category may be answered with "don't know"."""
    categories = folder.categories.category if folder.categories else {}
    if "note.dont_know" in spoken:
        for name, category in categories.items():
            for question in category.question:
                key = f"category.{name}.question.{question}.choice.{UNKNOWN}"
                yield key, spoken["note.dont_know"]


def file_of(folder: Folder, language: str, key: str) -> str:
    """Where this language's text under this key stands, or belongs."""
    root = key.partition(".")[0]
    if root == "place":
        placed = {f"place.{row.place.id}.name": row.file for row in folder.rows}
        return placed.get(key, ORGANISATION)
    if language != folder.languages[0]:
        return f"locales/{language}.toml"
    named = {"category": "categories.toml", "officer": "officers.toml", "report": "reports.toml"}
    named |= dict.fromkeys(("lexicon", "label"), "sensitivity.toml")
    named["dashboard"] = "dashboard.toml"
    return named.get(root, "conversation.toml")


def problem_at(folder: Folder, language: str, key: str, what: str, fix: str) -> Problem:
    return Problem(file_of(folder, language, key), key, what, fix)
