from dataclasses import dataclass
from typing import Protocol

from functions.flow.menus import Item, Menu
from functions.flow.scene import Scene
from functions.flow.session import Draft
from satark.message import Ask


class Choosing(Protocol):
    """In what two questions with one answer differ."""

    def text(self, scene: Scene) -> str: ...

    def items(self, scene: Scene) -> tuple[Item, ...]: ...

    def chosen(self, scene: Scene, choice: str) -> Draft: ...


@dataclass(frozen=True, slots=True)
class OneOf:
    """Every step that one tap, number or title answers."""

    choosing: Choosing
    puzzled: str = "note.unmatched"

    def ask(self, scene: Scene) -> Ask:
        return self._menu(scene).ask(self.choosing.text(scene))

    def tap(self, scene: Scene, choice: str) -> Draft | None:
        menu = self._menu(scene)
        return self.choosing.chosen(scene, choice) if menu.has(choice) else menu.turn(choice)

    def read(self, scene: Scene, words: str) -> Draft | None:
        menu = self._menu(scene)
        choice = menu.read(words)
        return None if choice is None else self.tap(scene, choice)

    def _menu(self, scene: Scene) -> Menu:
        return Menu(scene, self.choosing.items(scene))
