"""What an officer's next words will be, once we have asked for them."""

from dataclasses import dataclass
from typing import Literal

Part = Literal["fir", "arrests", "seizure", "seized", "evidence"]
"""What is asked about an action, in this order; `seized` only where something was."""
SKIP, YES, NO, DONE = "skip", "yes", "no", "done"
"""What is answered where it is no number and no words."""


@dataclass(frozen=True, slots=True)
class Question:
    """The officer's next words are a question to the tipster."""

    case_id: str
    kind: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class Detail:
    """What the officer sends next is this part of what came of an action."""

    case_id: str
    part: Part
    kind: Literal["detail"] = "detail"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The officer's next words name the tip that this one is a duplicate of."""

    case_id: str
    kind: Literal["duplicate"] = "duplicate"


@dataclass(frozen=True, slots=True)
class Which:
    """The officer's next words name the tip of what is kept."""

    kind: Literal["which"] = "which"


Awaited = Question | Detail | Duplicate | Which
