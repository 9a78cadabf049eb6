"""What an officer asks to be done with a tip."""

from dataclasses import dataclass
from typing import Literal

from satark.case import Action
from satark.message import Media

Verb = Literal[
    "ask",
    "assign",
    "give",
    "transfer",
    "send",
    "duplicate",
    "merge",
    "block",
    "unblock",
    "open_files",
    "agree_opening",
    "detail",
    "file",
]
"""What an officer may do to a case besides acting on it, opening it and reporting."""


@dataclass(frozen=True, slots=True)
class Act:
    """Record this action; `tapped` is the case that a tap names, `words` those that may name it."""

    action: Action
    tapped: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """Show the whole tip."""

    tapped: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    words: str = ""
    media: Media | None = None
    tapped: None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """`argument` is what it is done with: a question, an officer, a district, another tip."""

    verb: Verb
    tapped: str | None = None
    argument: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What came of an action, all at once. None: not told; an empty `seizure`: nothing was."""

    fir: str | None = None
    arrests: int | None = None
    seizure: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words for whoever reads the case, which are sent to nobody."""

    words: str


Request = Act | Open | Report | Deed
"""What an officer may ask for by a message; by a form, also for what follows."""
Command = Request | Details | Note
