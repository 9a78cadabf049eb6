"""What a tipster may say at any step: help, back, start again."""

from functions.flow.road import before
from functions.flow.session import Draft
from functions.flow.spelling import commanded
from satark.police_range.model import PoliceRange

HELP = "help"
BACK = "back"
RESTART = "restart"


def command(words: str, police_range: PoliceRange) -> str | None:
    return commanded(words, police_range, HELP, BACK, RESTART)


def greets(words: str, police_range: PoliceRange) -> bool:
    """Whoever says hello or thanks in the middle tells nothing, and wants the question again."""
    return commanded(words, police_range, "greeting") is not None


def stepped_back(police_range: PoliceRange, draft: Draft) -> Draft:
    """The question before this one is open again; at the first, that one still."""
    previous = before(police_range, draft)
    return draft.reopening(previous.key) if previous else draft.reopening()
