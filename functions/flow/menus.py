"""A question with one answer out of many: how it is shown, and how an answer to it is read."""

from dataclasses import dataclass, replace

from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.spelling import commanded, means, number
from satark.message import Ask, Option
from satark.whatsapp.limits import LIST_ROWS

_PAGE = "#"  # stands before the page's number in a tap that turns to it


@dataclass(frozen=True, slots=True)
class Item:
    """One answer: its id in the range's data, and the keys of its title and description.

    `aliases` are further spellings of the title.
    """

    id: str
    title: str
    description: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Menu:
    """Up to three items show as buttons and up to ten as rows; more go over pages.

    Items are numbered where there is a choice. On each page of several stand last the `pinned`
    items, which have no number, and a row that turns the page. Numbers run on over the pages, and
    any of them answers on any page.
    """

    scene: Scene
    items: tuple[Item, ...]
    pinned: tuple[Item, ...] = ()

    def ask(self, text: str) -> Ask:
        options = [*self._numbered(), *(self._option(item) for item in self.pinned)]
        if self._pages > 1:
            options.append(self._turning())
        return Ask(text, tuple(options), self.scene.text("note.list_button"))

    def has(self, choice: str) -> bool:
        return any(item.id == choice for item in (*self.items, *self.pinned))

    def read(self, words: str) -> str | None:
        """The choice that typed words stand for: a number, a title in any language, or a word."""
        count = number(words, self.scene.police_range)
        if count is not None:
            return self.items[count - 1].id if 1 <= count <= len(self.items) else None
        if self._pages > 1 and commanded(words, self.scene.police_range, "more"):
            return self._next_page
        named = (item.id for item in (*self.items, *self.pinned) if self._names(words, item))
        return next(named, None)

    def turn(self, choice: str) -> Draft | None:
        """The draft at the page that a choice turns to; the question stays open."""
        targets = {f"{_PAGE}{page}": page for page in range(self._pages)}
        page = targets.get(choice)
        return None if page is None else replace(self.scene.draft, page=page, offered=())

    @property
    def _pages(self) -> int:
        whole = len(self.items) + len(self.pinned) <= LIST_ROWS
        return 1 if whole else -(-len(self.items) // self._room)

    @property
    def _room(self) -> int:
        return LIST_ROWS - 1 - len(self.pinned)

    @property
    def _page(self) -> int:
        return (self.scene.draft.page or 0) % self._pages

    @property
    def _next_page(self) -> str:
        return f"{_PAGE}{(self._page + 1) % self._pages}"

    def _numbered(self) -> list[Option]:
        if len(self.items) == 1:
            return [self._option(self.items[0])]
        start = self._page * self._room
        end = len(self.items) if self._pages == 1 else start + self._room
        rows = enumerate(self.items[start:end], start + 1)
        return [self._option(item, f"{count}. ") for count, item in rows]

    def _option(self, item: Item, before: str = "") -> Option:
        title = before + self.scene.text(item.title)
        description = self.scene.text(item.description) if item.description else ""
        return Option(self.scene.position.tap(item.id), title, description)

    def _turning(self) -> Option:
        label = "note.previous" if self._page == self._pages - 1 else "note.more"
        return Option(self.scene.position.tap(self._next_page), self.scene.text(label))

    def _names(self, words: str, item: Item) -> bool:
        spellings = self.scene.police_range.words.get(item.id, ())
        return means(words, (*self.scene.in_all_languages(item.title), *item.aliases, *spellings))
