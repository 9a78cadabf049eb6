"""What each form asks for, and how much of it."""

from dataclasses import dataclass
from typing import Final, Literal

from functions.dashboard.deeds.names import Name
from satark.command.questions import LONGEST


@dataclass(frozen=True, slots=True)
class Field:
    """`limit` is in code points; of what is chosen and not written there is none."""

    name: str
    kind: Literal["line", "words", "count", "choice", "pick"]
    limit: int = 0
    needed: bool = True


FIELDS: Final[dict[Name, tuple[Field, ...]]] = {
    "ask": (Field("question", "words", LONGEST),),
    "action_taken": (
        Field("fir", "line", 60, needed=False),
        Field("arrests", "count", 3, needed=False),
        Field("seizure", "words", 500, needed=False),
    ),
    "assign": (Field("officer", "choice", 100),),
    "transfer": (Field("district", "choice", 100),),
    "merge": (Field("number", "line", 20),),
    "note": (Field("note", "words", 2000),),
    "block": (Field("reason", "pick", 20),),
}
"""The other deeds have a button alone."""
