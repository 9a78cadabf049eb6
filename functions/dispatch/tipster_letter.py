"""What the tipster hears: that the case has moved on, or a question; never what it is about."""

from functions.dispatch.letter import Letter
from satark.case import Case, CaseMerged, OfficerAsked, status_after
from satark.message import Ask, Option, Say, Template, ToTipster
from satark.police_range.model import PoliceRange
from satark.taps import ANSWER, DECLINE, HELPFUL, NO, YES, tap_id
from satark.templates import template_language


def tipster_letter(case: Case, police_range: PoliceRange) -> tuple[Letter, ...]:
    """A question, or one letter if the last event changed the public status, else none.

    That the tip was received, its receipt has said.
    """
    last = case.events[-1]
    if isinstance(last.what, OfficerAsked):
        return (_question(case, last.what.words, last.id, police_range),)
    if case.status == status_after(case.events[:-1]):
        return ()
    joined = isinstance(last.what, CaseMerged)
    return (_update(case, "merged" if joined else case.status, police_range),)


def _update(case: Case, news: str, police_range: PoliceRange) -> Letter:
    language = template_language("tip_update", case.tip.language, police_range)
    words = police_range.text(case.tip.language, f"update.{news}")
    template = Template("tip_update", language, values=(words,))
    told = _rated(words, case.tip.language, police_range) if news == "closed" else Say(words)
    return Letter(ToTipster(case.filed.handle), (told,), template)


def _rated(words: str, spoken: str, police_range: PoliceRange) -> Ask:
    """That it is over, and the one question after it. Outside the window it is not asked."""
    titles = {YES: "update.helpful_yes", NO: "update.helpful_no"}
    options = (
        Option(tap_id(HELPFUL, answer), police_range.text(spoken, key))
        for answer, key in titles.items()
    )
    asked = f"{words}\n\n{police_range.text(spoken, 'update.helpful')}"
    return Ask(asked, tuple(options), police_range.text(spoken, "note.list_button"))


def _question(case: Case, words: str, question_id: str, police_range: PoliceRange) -> Letter:
    """With taps to answer or not, which name the question and not the case: Meta reads them."""
    taps = tuple(tap_id(verb, question_id) for verb in (ANSWER, DECLINE))
    spoken = case.tip.language
    titles = (police_range.text(spoken, f"update.{verb}") for verb in (ANSWER, DECLINE))
    asked = Ask(
        police_range.text(spoken, "update.question", question=words),
        tuple(map(Option, taps, titles)),
        police_range.text(spoken, "note.list_button"),
    )
    language = template_language("tip_question", spoken, police_range)
    template = Template("tip_question", language, values=(words,), payloads=taps)
    return Letter(ToTipster(case.filed.handle), (asked,), template)
