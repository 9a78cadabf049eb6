from dataclasses import replace

from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class Category:
    def text(self, scene: Scene) -> str:
        return scene.text(f"{scene.step}.text")

    def items(self, scene: Scene) -> tuple[Item, ...]:
        return tuple(
            Item(category.id, f"category.{category.id}.name", f"category.{category.id}.description")
            for category in scene.police_range.categories
        )

    def chosen(self, scene: Scene, choice: str) -> Draft:
        """Another category asks other questions; what was answered to the former's is let go."""
        if choice == scene.draft.category:
            return scene.settled
        return replace(scene.settled.forgetting(*scene.keys_of("questions")), category=choice)
