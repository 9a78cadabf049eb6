from typing import Protocol

from functions.flow.scene import Scene
from functions.flow.session import Draft
from satark.message import Ask, AskLocation


class Kind(Protocol):
    """What a kind of step does with its scene. An answer is the draft after it.

    An answer settles the scene's position, or leaves it open where it only turned a page.
    `puzzled` is the key of the note on words that are kept because they are no answer.
    """

    @property
    def puzzled(self) -> str: ...

    def ask(self, scene: Scene) -> Ask | AskLocation: ...

    def tap(self, scene: Scene, choice: str) -> Draft | None:
        """None for a tap that this step did not offer."""
        ...

    def read(self, scene: Scene, words: str) -> Draft | None:
        """None for words that are no answer to this question."""
        ...
