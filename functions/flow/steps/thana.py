from dataclasses import replace

from functions.flow.menus import Item, Menu
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.spelling import commanded
from satark.message import Ask

_LIST = Item("list", "note.thana_list")
_UNKNOWN = Item("unknown", "note.dont_know")


class ThanaStep:
    """A typed name, a likely one confirmed, a list in pages, or "don't know"."""

    puzzled = "note.thana_unmatched"

    def ask(self, scene: Scene) -> Ask:
        return _menu(scene).ask(_text(scene))

    def tap(self, scene: Scene, choice: str) -> Draft | None:
        match choice:
            case _LIST.id:
                return replace(scene.draft, page=0, offered=())
            case _UNKNOWN.id:
                return replace(scene.settled, thana=None)
            case _ if any(item.id == choice for item in _thanas(scene)):
                return replace(scene.settled, thana=choice)
        return _list(scene).turn(choice)

    def read(self, scene: Scene, words: str) -> Draft | None:
        choice = _menu(scene).read(words) or _confirmed(scene, words)
        return self._named(scene, words) if choice is None else self.tap(scene, choice)

    def _named(self, scene: Scene, words: str) -> Draft | None:
        # Its rapidfuzz would lengthen every cold start by a sixth of a bare one.
        from functions.flow.thana import guess  # noqa: PLC0415 - see above

        found = guess(words, scene.draft.district or "", scene.police_range)
        if found.certain:
            return self.tap(scene, found.certain)
        return replace(scene.draft, offered=found.possible) if found.possible else None


def _text(scene: Scene) -> str:
    if len(scene.draft.offered) == 1:
        name = scene.text(_place(scene.draft.offered[0]).title)
        return scene.text("note.thana_guess", thana=name)
    if scene.draft.offered or scene.draft.page is not None:
        return scene.text("note.thana_which")
    return scene.text(f"{scene.step}.text")


def _menu(scene: Scene) -> Menu:
    """What the tipster sees just now."""
    offered = scene.draft.offered
    if not offered and scene.draft.page is not None:
        return _list(scene)
    if len(offered) == 1:
        return Menu(scene, (Item(offered[0], "note.yes"), _LIST, _UNKNOWN))
    return Menu(scene, (*map(_place, offered), _LIST, _UNKNOWN))


def _list(scene: Scene) -> Menu:
    return Menu(scene, _thanas(scene), pinned=(_UNKNOWN,))


def _thanas(scene: Scene) -> tuple[Item, ...]:
    thanas = scene.police_range.thanas_of(scene.draft.district or "")
    return tuple(_place(thana.id) for thana in thanas)


def _place(thana_id: str) -> Item:
    return Item(thana_id, f"place.{thana_id}.name")


def _confirmed(scene: Scene, words: str) -> str | None:
    """What "yes" and "no" mean where one thana was offered."""
    if len(scene.draft.offered) != 1:
        return None
    meant = {"yes": scene.draft.offered[0], "no": _LIST.id}
    return meant.get(commanded(words, scene.police_range, *meant) or "")
