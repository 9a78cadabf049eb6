"""One officer who asks for something, with all that an answer to them is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from satark.case import Case, Happening, tip_number
from satark.command.awaited import Awaited
from satark.message import Option
from satark.police_range.model import PoliceRange
from satark.ports import Officers
from satark.roster import Officer


@dataclass(frozen=True, slots=True)
class Answer:
    """`options` to choose from; or `actions`, all that may follow on the case as it then is."""

    text: str
    options: tuple[Option, ...] = ()
    button: str = "list_button"
    actions: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What to record, if anything, what to answer, and what the officer's next words will be.

    An opened tip is answered by dispatch.
    """

    what: Happening | None
    answer: Answer | None
    awaits: Awaited | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """At the time `at` of what they ask.

    `told` gives a case that the officer knows of; `open_cases` the latest of them still open.
    """

    officer: Officer
    at: datetime
    roster: Officers
    police_range: PoliceRange
    told: Callable[[str], Case | None]
    open_cases: Callable[[], Sequence[Case]]
    awaited: Awaited | None

    def text(self, key: str, /, **values: object) -> str:
        return self.police_range.text(self.officer.language, f"officer.{key}", **values)

    def answer(self, key: str, case: Case, /, **values: object) -> Answer:
        return Answer(self.text(key, number=tip_number(case.case_id), **values))

    def category(self, case: Case) -> str:
        named, key = case.tip.category, f"category.{case.tip.category}.name"
        return self.police_range.name(self.officer.language, key, otherwise=named)
