"""A tipster who answers by what is asked, so that a question more does not stop them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from local.whatsapp import Message
from satark.police_range.model import PoliceRange
from tests.browser.hands import Hands

type Answer = Callable[[Message], object]

MOST_QUESTIONS = 40


@dataclass(frozen=True, slots=True)
class Tipster:
    hands: Hands
    police_range: PoliceRange
    language: str

    def answers(self, known: Mapping[str, Answer], *, until: str = "receipt") -> Message:
        """Answer until the receipt comes, or the question of that step, and return it.

        `known` are answers by the id of the step; to any other question it is the first option.
        """
        for _ in range(MOST_QUESTIONS):
            asked = self.hands.sees(
                lambda message: bool(message.options) or self._asks(until, message)
            )
            if self._asks(until, asked):
                return asked
            known.get(self._step(asked), self._taps_the_first)(asked)
        raise AssertionError(f"no {until} after {MOST_QUESTIONS} questions")

    def text(self, key: str) -> str:
        return self.police_range.text(self.language, key)

    def _step(self, asked: Message) -> str:
        kinds = {"questions", "notice"}  # a notice stands above the question after it
        steps = (step.id for step in self.police_range.steps if step.kind not in kinds)
        return next((step for step in steps if self._asks(step, asked)), "")

    def _asks(self, step: str, message: Message) -> bool:
        """In any language, and with a notice, or 112, above it."""
        spoken = (
            self.police_range.text(one, f"step.{step}.text") for one in self.police_range.languages
        )
        return any(text.strip().partition("{")[0] in message.text for text in spoken)

    def _taps_the_first(self, asked: Message) -> None:
        self.hands.taps(asked, asked.titles[0])
