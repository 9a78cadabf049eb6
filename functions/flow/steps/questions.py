from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class Questions:
    """A category's own follow-up."""

    def text(self, scene: Scene) -> str:
        asked = scene.text(f"{scene.question}.text")
        question = scene.position.question
        hinted = question is not None and question.hint
        return f"{asked}\n{scene.text(f'{scene.question}.hint')}" if hinted else asked

    def items(self, scene: Scene) -> tuple[Item, ...]:
        choices = scene.position.choices
        return tuple(Item(choice.id, f"{scene.question}.choice.{choice.id}") for choice in choices)

    def chosen(self, scene: Scene, choice: str) -> Draft:
        return scene.settled.answering(scene.position.key, choice)
