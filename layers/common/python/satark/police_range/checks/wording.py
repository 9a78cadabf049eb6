"""Every text is there, may be filled in as the code does it, and fits."""

from collections.abc import Iterator
from difflib import get_close_matches
from string import Formatter

from satark.police_range.folder import Folder
from satark.police_range.keys import expected
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts, problem_at
from satark.police_range.vocabulary import Text


def wording_problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    known = expected(folder)
    if not known:
        return
    for key in known.keys() - texts[folder.languages[0]].keys():
        yield problem_at(folder, folder.languages[0], key, "is missing", "Write it")
    for language, spoken in texts.items():
        for key, text in spoken.items():
            for what, fix in _wrong(key, text, known):
                yield problem_at(folder, language, key, what, fix)


def _wrong(key: str, text: str, known: dict[str, Text]) -> Iterator[tuple[str, str]]:
    if key not in known:
        near = "".join(f", perhaps to `{near}`" for near in get_close_matches(key, known, n=1))
        yield "is not a text that anything asks for", f"Remove it, or correct the key{near}"
        return
    if not text:
        yield "is empty", "Write it, or remove the key where another language may stand in"
    yield from _values(text, known[key].values)
    if len(text) > known[key].limit:
        yield f"{len(text)} characters, at most {known[key].limit} fit", "Shorten it"
    if known[key].one_line and "\n" in text:
        yield "has a line break", "Put it on one line"


def _values(text: str, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    try:
        found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        yield "has a brace without its partner", "Write {name}, or {{ and }} for braces"
        return
    if found != wanted:
        yield f"is filled with {_list(found)}", f"Use exactly {_list(wanted)}"


def _list(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no {name}"
