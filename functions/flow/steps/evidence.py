from functions.flow.menus import Item, Menu
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.spelling import commanded
from satark.message import Ask

_DONE = Item("done", "note.done")


class EvidenceStep:
    """Whatever else the tipster sends, until "done": what is no answer is a contribution."""

    puzzled = "note.kept"

    def ask(self, scene: Scene) -> Ask:
        text = scene.text(f"{scene.step}.text")
        if scene.draft.category and scene.police_range.category(scene.draft.category).protects:
            text = "\n\n".join((text, scene.text("note.protected_media")))
        return Menu(scene, (_DONE,)).ask(text)

    def tap(self, scene: Scene, choice: str) -> Draft | None:
        return scene.settled if choice == _DONE.id else None

    def read(self, scene: Scene, words: str) -> Draft | None:
        finished = commanded(words, scene.police_range, "done", "skip", "no")
        return scene.settled if finished or Menu(scene, (_DONE,)).read(words) else None
