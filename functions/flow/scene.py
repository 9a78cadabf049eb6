from dataclasses import dataclass

from functions.flow.road import Position, current, road
from functions.flow.session import Draft
from satark.police_range.model import PoliceRange, StepKind


@dataclass(frozen=True, slots=True)
class Scene:
    """What a step needs in order to ask its question and to understand an answer to it."""

    police_range: PoliceRange
    draft: Draft
    position: Position

    @classmethod
    def of(cls, police_range: PoliceRange, draft: Draft) -> "Scene":
        """Where this draft stands."""
        return cls(police_range, draft, current(police_range, draft))

    @property
    def language(self) -> str:
        return self.draft.language or self.police_range.languages[0]

    def text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.language, key, **values)

    def in_all_languages(self, key: str) -> tuple[str, ...]:
        """Each language's own words under this key, each once."""
        texts = (self.police_range.text(language, key) for language in self.police_range.languages)
        return tuple(dict.fromkeys(texts))

    @property
    def step(self) -> str:
        """The start of the keys of this step's texts."""
        return f"step.{self.position.step.id}"

    @property
    def question(self) -> str:
        """The start of the keys of this question's texts, where a category asks it."""
        asked = self.position.question
        return f"category.{self.draft.category}.question.{asked.id if asked else None}"

    def keys_of(self, kind: StepKind) -> tuple[str, ...]:
        return tuple(position.key for position in self.road if position.step.kind == kind)

    @property
    def road(self) -> tuple[Position, ...]:
        return road(self.police_range, self.draft)

    @property
    def settled(self) -> Draft:
        return self.draft.settling(self.position.key)
