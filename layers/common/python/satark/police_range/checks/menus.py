"""Titles that are shown together, each with its number before it."""

from collections import defaultdict
from collections.abc import Iterator

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import UNKNOWN, Texts, problem_at
from satark.whatsapp.limits import BUTTON_TITLE, BUTTONS, ROW_TITLE


def menu_problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    for keys in menus(folder):
        for language, spoken in texts.items():
            titles = {key: spoken[key] for key in keys if key in spoken}
            yield from _too_long(folder, language, titles, len(keys))
            yield from _alike(folder, language, titles)


def menus(folder: Folder) -> Iterator[tuple[str, ...]]:
    """The keys of each menu's titles."""
    if folder.conversation:
        for name, step in folder.conversation.step.items():
            choices = folder.spoken if step.kind == "language" else step.choice
            yield tuple(f"step.{name}.choice.{choice}" for choice in choices)
    if folder.categories:
        yield tuple(f"category.{name}.name" for name in folder.categories.category)
        for name, category in folder.categories.category.items():
            for asked, question in category.question.items():
                start = f"category.{name}.question.{asked}.choice"
                yield tuple(f"{start}.{choice}" for choice in (*question.choice, UNKNOWN))
    yield from _of_places(folder)


def _of_places(folder: Folder) -> Iterator[tuple[str, ...]]:
    shown: dict[str, list[str]] = defaultdict(list)
    for row in folder.rows:
        if row.place.level in {"district", "thana"}:
            district = row.place.id.partition("/")[0] if row.place.level == "thana" else ""
            shown[district].append(f"place.{row.place.id}.name")
    yield from map(tuple, shown.values())


def _too_long(
    folder: Folder, language: str, titles: dict[str, str], count: int
) -> Iterator[Problem]:
    kind, room = ("button", BUTTON_TITLE) if count <= BUTTONS else ("row", ROW_TITLE)
    number = len(f"{count}. ") if count > 1 else 0
    for key, title in titles.items():
        if number + len(title) > room:
            what = f"{title!r} has {len(title)} characters"
            fix = f"Shorten it to {room - number}: a {kind} takes {room} with its number"
            yield problem_at(folder, language, key, what, fix)


def _alike(folder: Folder, language: str, titles: dict[str, str]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for key, title in titles.items():
        if (other := seen.setdefault(title.casefold(), key)) != key:
            what = f"{title!r} is also the title of {other}"
            yield problem_at(folder, language, key, what, "Word them apart")
