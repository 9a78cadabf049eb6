"""What the tipster hears: that the case has moved on, and thanks. Nothing of what it is about."""

from functions.dispatch.letter import Letter, template_language
from satark.case import Case, status_after
from satark.message import Say, Template, ToTipster
from satark.police_range.model import PoliceRange


def tipster_letter(case: Case, police_range: PoliceRange) -> tuple[Letter, ...]:
    """One letter if the last event changed the public status, else none.

    That the tip was received, its receipt has said.
    """
    before = status_after(case.events[:-1])
    if case.status == before:
        return ()
    language = template_language("tip_update", case.tip.language, police_range)
    words = police_range.text(case.tip.language, f"update.{case.status}")
    template = Template("tip_update", language, values=(words,))
    return (Letter(ToTipster(case.filed.handle), (Say(words),), template),)
