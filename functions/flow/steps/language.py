from dataclasses import replace

from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class Language:
    """The first question, asked in all languages at once: nothing is known of who is asked."""

    def text(self, scene: Scene) -> str:
        return "\n\n".join(scene.in_all_languages(f"{scene.step}.text"))

    def items(self, scene: Scene) -> tuple[Item, ...]:
        languages = scene.police_range.languages
        return tuple(Item(spoken, f"{scene.step}.choice.{spoken}") for spoken in languages)

    def chosen(self, scene: Scene, choice: str) -> Draft:
        return replace(scene.settled, language=choice)
