"""The questions that one draft meets, in their order."""

from dataclasses import dataclass
from itertools import chain

from functions.flow.session import Draft
from satark.police_range.model import Choice, PoliceRange, Question, Step
from satark.tip import Conflict


@dataclass(frozen=True, slots=True)
class Position:
    """One question put to the tipster: a step, or one of the category's own within its step."""

    step: Step
    question: Question | None = None

    @property
    def key(self) -> str:
        return f"{self.step.id}/{self.question.id}" if self.question else self.step.id

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.question.choices if self.question else self.step.choices

    def tap(self, choice: str) -> str:
        """The id of a tap that answers this position with this choice."""
        return f"{self.key}={choice}"


def road(police_range: PoliceRange, draft: Draft) -> tuple[Position, ...]:
    """All positions from the first question to the receipt, as far as the draft decides them."""
    return tuple(chain.from_iterable(_at(step, police_range, draft) for step in police_range.steps))


def current(police_range: PoliceRange, draft: Draft) -> Position:
    """The first position that is not settled. The receipt never is."""
    return next(
        position for position in road(police_range, draft) if position.key not in draft.settled
    )


def before(police_range: PoliceRange, draft: Draft) -> Position | None:
    """The position just behind the current one, to which "back" goes."""
    positions = road(police_range, draft)
    here = positions.index(current(police_range, draft))
    return positions[here - 1] if here else None


def _at(step: Step, police_range: PoliceRange, draft: Draft) -> tuple[Position, ...]:
    if step.kind == "notice":
        return ()
    if step.kind != "questions":
        needless = _answered_by_category(step, police_range, draft) or _unlisted(
            step, police_range, draft
        )
        return () if needless else (Position(step),)
    if draft.category is None:
        return ()
    questions = police_range.category(draft.category).questions
    return tuple(Position(step, question) for question in questions)


def _unlisted(step: Step, police_range: PoliceRange, draft: Draft) -> bool:
    """Where a district's thanas are not known, the place in words must do."""
    if step.kind != "thana" or draft.district is None:
        return False
    return not police_range.thanas_of(draft.district)


def _answered_by_category(step: Step, police_range: PoliceRange, draft: Draft) -> bool:
    """Whether the police are involved, a tip about them need not say again."""
    if draft.category is None or not any(choice.conflict for choice in step.choices):
        return False
    return police_range.category(draft.category).conflict is not Conflict.NONE
