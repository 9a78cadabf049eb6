from dataclasses import replace

from functions.flow.menus import Item
from functions.flow.scene import Scene
from functions.flow.session import Draft


class District:
    def text(self, scene: Scene) -> str:
        return scene.text(f"{scene.step}.text")

    def items(self, scene: Scene) -> tuple[Item, ...]:
        districts = scene.police_range.districts
        return tuple(
            Item(district.id, f"place.{district.id}.name", aliases=district.aliases)
            for district in districts
        )

    def chosen(self, scene: Scene, choice: str) -> Draft:
        if choice == scene.draft.district:
            return scene.settled
        draft = scene.settled.reopening(*scene.keys_of("thana"))
        return replace(draft, district=choice, thana=None)
