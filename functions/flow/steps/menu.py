from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class MenuStep:
    """A question of the dialogue's own."""

    def text(self, scene: Scene) -> str:
        return scene.text(f"{scene.step}.text")

    def items(self, scene: Scene) -> tuple[Item, ...]:
        choices = scene.position.choices
        return tuple(Item(choice.id, f"{scene.step}.choice.{choice.id}") for choice in choices)

    def chosen(self, scene: Scene, choice: str) -> Draft:
        return scene.settled.answering(scene.position.key, choice)
