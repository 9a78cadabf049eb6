"""What a tap on a button about a filed tip does."""

from dataclasses import replace

from functions.flow.aside import ADD, DONE, LEAVE, SPEAK, Aside, Visit, asked_again, closed, invited
from functions.flow.session import Matter
from satark.case import TipsterRated
from satark.taps import ANSWER, DECLINE, HELPFUL, YES, CaseTap, read_tap


def pressed(visit: Visit, tap: str) -> Aside | None:
    """None for a tap that answers a question of the dialogue."""
    if (said := read_tap(tap)) is None:
        return None
    if said.verb == ANSWER:
        return _answering(visit, said.case_id)
    if said.verb == HELPFUL:
        return _rated(visit, helpful=said.case_id == YES)
    if said.verb == DECLINE or tap in {LEAVE, DONE}:
        return closed(visit, visit.about)
    return _going_on(visit, visit.about, said)


def _going_on(visit: Visit, about: Matter | None, said: CaseTap) -> Aside | None:
    if about and said.verb == SPEAK:
        return asked_again(visit, replace(about, language=said.case_id))
    if said != read_tap(ADD):
        return None
    return invited(visit, about) if about else Aside(note=visit.voice.text("filed.ask_code"))


def _answering(visit: Visit, question_id: str) -> Aside:
    if visit.named is None:
        return Aside(note=visit.voice.text("filed.ask_code"))
    return invited(visit, replace(visit.opened(visit.named.head.case_id), answers=question_id))


def _rated(visit: Visit, *, helpful: bool) -> Aside:
    """The first tap counts; any further one is thanked for alike."""
    counts = visit.named is not None and not visit.named.rated
    thanks = visit.voice.text("filed.rated")
    return Aside(visit.matter, thanks, happened=TipsterRated(helpful) if counts else None)
