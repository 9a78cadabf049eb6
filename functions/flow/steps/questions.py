from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class Questions:
    """A category's own follow-up."""

    def text(self, scene: Scene) -> str:
        return scene.text(f"{scene.question}.text")

    def items(self, scene: Scene) -> tuple[Item, ...]:
        choices = scene.position.choices
        return tuple(Item(choice.id, f"{scene.question}.choice.{choice.id}") for choice in choices)

    def chosen(self, scene: Scene, choice: str) -> Draft:
        return scene.settled.answering(scene.position.key, choice)
