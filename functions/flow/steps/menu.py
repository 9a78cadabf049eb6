from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class MenuStep:
    """A question of the dialogue's own. With a single choice it is a notice, and no answer."""

    def text(self, scene: Scene) -> str:
        return scene.text(f"{scene.step}.text")

    def items(self, scene: Scene) -> tuple[Item, ...]:
        choices = scene.position.choices
        return tuple(Item(choice.id, f"{scene.step}.choice.{choice.id}") for choice in choices)

    def chosen(self, scene: Scene, choice: str) -> Draft:
        if len(scene.position.choices) == 1:
            return scene.settled
        return scene.settled.answering(scene.position.key, choice)
