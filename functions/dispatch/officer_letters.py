"""What officers are told of a case: the whole tip, or what another officer did about it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from functions.dispatch.history import FindOfficer, History
from functions.dispatch.letter import Letter
from functions.dispatch.paging import pages
from functions.dispatch.routing import Recipient, precise_times
from functions.dispatch.tip_text import TipText, exhibits, protected
from satark.case import (
    Case,
    CaseEvent,
    DeadlinePassed,
    LevelRaised,
    OfficerAsked,
    OfficerReported,
    tip_number,
)
from satark.chain import is_superior, may_hear, office_name
from satark.message import Outgoing, Say, Template, ToOfficer
from satark.police_range.model import PoliceRange
from satark.roster import Officer
from satark.taps import OPEN, tap_id, with_actions
from satark.templates import template_language
from satark.whatsapp.limits import ASK_BODY
from satark.why import Why

_NAMED = 3
"""So many tips are named that may be the same; more would be a list, not a hint."""


@dataclass(frozen=True, slots=True)
class OfficerLetters:
    """Letters about one case as it stands after the event that causes them."""

    case: Case
    police_range: PoliceRange
    find_officer: FindOfficer
    find_same: Callable[[], tuple[Case, ...]]

    def whole(self, recipient: Recipient, *opening: str) -> Letter:
        """The tip with its files, and all that officers have done about it so far."""
        officer, precise = recipient.officer, recipient.precise_times
        history = self._history(self.case.events, officer)
        tip = TipText(self.case, self.police_range, officer.language, precise)
        entries = history.entries(precise_times=precise)
        body = (tip.body(recipient.duty), *self._same(officer), *self._why(officer))
        text = "\n\n".join((*opening, *body, *entries))
        files = exhibits(self.case, self.police_range).shown(self.police_range, officer.language)
        contents = (*self._asked(text, officer), *files, *history.shown())
        return Letter(ToOfficer(officer.id), contents, self._alert(officer))

    def _why(self, officer: Officer) -> Iterator[str]:
        """For the SP and DIG offices, who answer for what is done first."""
        if is_superior(officer.office):
            yield Why(self.case.sensitivity, self.police_range, officer.language).text()

    def _same(self, officer: Officer) -> Iterator[str]:
        """Tips that the same office may join to this one; nothing is joined by itself."""
        if not is_superior(officer.office):
            return
        heard = (each for each in self.find_same() if may_hear(officer, each, self.police_range))
        if numbers := [tip_number(each.case_id) for each in islice(heard, _NAMED)]:
            same = ", ".join(numbers)
            yield self.police_range.text(officer.language, "officer.same", numbers=same)

    def stand_in(self, recipient: Recipient, failed: Officer) -> Letter:
        """That the tip did not reach an officer; and the tip itself, where the reader is to act."""
        reader = recipient.officer
        notice = self.unreached(failed, reader.language)
        if recipient.duty == "act":
            return self.whole(recipient, notice)
        return Letter(ToOfficer(reader.id), (Say(notice),), self._alert(reader))

    def unreached(self, failed: Officer, language: str) -> str:
        number = tip_number(self.case.case_id)
        place = office_name(failed.office, self.police_range, language)
        values = {"number": number, "rank": failed.rank, "office": place}
        return self.police_range.text(language, "officer.unreached", **values)

    def news(self, officer: Officer, *, to_act: bool = False, alerts: bool = False) -> Letter:
        """What the last event says. To whoever is to act on it, with taps.

        A report is worth an alert outside the window, and so is what asks for action. Other news
        waits until the tip is opened.
        """
        event = self.case.events[-1]
        history = self._history([event], officer)
        entries = history.entries(precise_times=precise_times(officer.office))
        why = self._why(officer) if isinstance(event.what, LevelRaised) else ()
        text = "\n".join((self._title(event, officer), *entries, *why))
        body = self._asked(text, officer) if to_act else map(Say, pages(text))
        alerts = alerts or to_act or isinstance(event.what, OfficerReported)
        contents: tuple[Outgoing, ...] = (*body, *history.shown())
        return Letter(ToOfficer(officer.id), contents, self._hint(officer) if alerts else None)

    def _title(self, event: CaseEvent, officer: Officer) -> str:
        key = "officer.late" if isinstance(event.what, DeadlinePassed) else "officer.news"
        number = tip_number(self.case.case_id)
        return self.police_range.text(officer.language, key, number=number)

    def _asked(self, text: str, officer: Officer) -> Iterator[Outgoing]:
        first, *further = pages(text, first=ASK_BODY)
        yield with_actions(first, self.case, officer, self.police_range)
        yield from map(Say, further)

    def _history(self, events: Iterable[CaseEvent], reader: Officer) -> History:
        shielded = protected(self.case, self.police_range)
        asked = {
            event.id: event.what.words
            for event in self.case.events
            if isinstance(event.what, OfficerAsked)
        }
        language = reader.language
        return History(events, asked, shielded, self.find_officer, self.police_range, language)

    def _hint(self, officer: Officer) -> Template:
        """What comes of the last event outside the window."""
        event = self.case.events[-1]
        if not (isinstance(event.what, DeadlinePassed) and event.what.step == 1):
            return self._alert(officer)
        hours = (event.at - self.case.tip.filed_at) // timedelta(hours=1)
        return self._template("tip_reminder", officer, str(hours))

    def _alert(self, officer: Officer) -> Template:
        return self._template("tip_alert", officer)

    def _template(self, name: str, officer: Officer, *further: str) -> Template:
        """Its button opens the whole tip."""
        return Template(
            name,
            template_language(name, officer.language, self.police_range),
            values=(tip_number(self.case.case_id), *further),
            payloads=(tap_id(OPEN, self.case.case_id),),
        )
