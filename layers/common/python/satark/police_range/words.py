"""What people may type: the words of conversation.toml, and those that each language adds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from satark.police_range.folder import Folder

type Root = Literal["words", "numbers"]


@dataclass(frozen=True, slots=True)
class Spellings:
    """All that one file has under `words.help`, for example."""

    file: str
    root: Root
    name: str
    spelt: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.root}.{self.name}"


def spellings(folder: Folder, languages: Iterable[str]) -> Iterator[Spellings]:
    if folder.conversation:
        yield from _of("conversation.toml", "words", folder.conversation.words)
        yield from _of("conversation.toml", "numbers", folder.conversation.numbers)
    for language in languages:
        if locale := folder.locales.get(language):
            yield from _of(f"locales/{language}.toml", "words", locale.words)
            yield from _of(f"locales/{language}.toml", "numbers", locale.numbers)


def offered(folder: Folder, root: Root) -> dict[str, tuple[str, ...]]:
    """By name, in all languages on offer together."""
    found: dict[str, tuple[str, ...]] = {}
    for each in spellings(folder, folder.languages):
        if each.root == root:
            known = (*found.get(each.name, ()), *each.spelt)
            found[each.name] = tuple(dict.fromkeys(known))
    return found


def _of(file: str, root: Root, table: dict[str, list[str]]) -> Iterator[Spellings]:
    for name, spelt in table.items():
        yield Spellings(file, root, name, tuple(spelt))
