"""What a tipster may say at any step, whatever is being asked."""

from functions.flow.road import before
from functions.flow.session import Draft
from functions.flow.spelling import commanded, holds, means
from satark.police_range.model import PoliceRange

HELP = "help"
BACK = "back"
RESTART = "restart"
LANGUAGE = "language"
STATUS = "status"
STOP = "stop"


def command(words: str, police_range: PoliceRange) -> str | None:
    return commanded(words, police_range, HELP, BACK, RESTART, LANGUAGE, STATUS, STOP)


def greets(words: str, police_range: PoliceRange) -> bool:
    """Whoever says hello or thanks in the middle tells nothing, and wants the question again."""
    return commanded(words, police_range, "greeting") is not None


def in_danger(words: str, police_range: PoliceRange) -> bool:
    return holds(words, police_range.words.get("danger", ()))


def language_named(words: str, police_range: PoliceRange) -> str | None:
    """The language that these words are the name of."""
    return next(
        (each for each in police_range.languages if _is_name(words, each, police_range)), None
    )


def _is_name(words: str, language: str, police_range: PoliceRange) -> bool:
    step = next(step.id for step in police_range.steps if step.kind == "language")
    key = f"step.{step}.choice.{language}"
    own = (police_range.text(spoken, key) for spoken in police_range.languages)
    return means(words, (*own, *police_range.words.get(language, ())))


def stepped_back(police_range: PoliceRange, draft: Draft) -> Draft:
    """The question before this one is open again; at the first, that one still."""
    previous = before(police_range, draft)
    return draft.reopening(previous.key) if previous else draft.reopening()
