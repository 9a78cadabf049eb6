"""What officers are told of a case: the whole tip, or what another officer did about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functions.dispatch.history import FindOfficer, History
from functions.dispatch.letter import Letter, template_language
from functions.dispatch.paging import pages
from functions.dispatch.routing import Recipient
from functions.dispatch.tip_text import TipText, exhibits, protected
from satark.case import Case, CaseEvent, OfficerReported, tip_number
from satark.message import Outgoing, Say, Template, ToOfficer
from satark.police_range.model import PoliceRange
from satark.roster import Officer
from satark.taps import OPEN, tap_id, with_actions
from satark.whatsapp.limits import ASK_BODY


@dataclass(frozen=True, slots=True)
class OfficerLetters:
    """Letters about one case as it stands after the event that causes them."""

    case: Case
    police_range: PoliceRange
    find_officer: FindOfficer

    def whole(self, recipient: Recipient) -> Letter:
        """The tip with its files, and all that officers have done about it so far."""
        officer, precise = recipient.officer, recipient.precise_times
        history = self._history(self.case.events, officer)
        tip = TipText(self.case, self.police_range, officer.language, precise)
        text = "\n\n".join((tip.body(recipient.duty), *history.entries(precise_times=precise)))
        files = exhibits(self.case, self.police_range).shown(self.police_range, officer.language)
        contents = (*self._asked(text, officer), *files, *history.shown())
        return Letter(ToOfficer(officer.id), contents, self._alert(officer))

    def news(self, officer: Officer) -> Letter:
        """What the last event says, to a superior of whoever caused it.

        A report is worth an alert outside the window. An action waits until the tip is opened.
        """
        history = self._history(self.case.events[-1:], officer)
        title = self.police_range.text(
            officer.language, "officer.news", number=tip_number(self.case.case_id)
        )
        text = "\n".join((title, *history.entries(precise_times=True)))
        contents: tuple[Outgoing, ...] = (*map(Say, pages(text)), *history.shown())
        reported = isinstance(self.case.events[-1].what, OfficerReported)
        return Letter(ToOfficer(officer.id), contents, self._alert(officer) if reported else None)

    def _asked(self, text: str, officer: Officer) -> Iterator[Outgoing]:
        first, *further = pages(text, first=ASK_BODY)
        yield with_actions(
            first,
            case_id=self.case.case_id,
            status=self.case.status,
            language=officer.language,
            police_range=self.police_range,
        )
        yield from map(Say, further)

    def _history(self, events: Iterable[CaseEvent], reader: Officer) -> History:
        shielded = protected(self.case, self.police_range)
        return History(events, shielded, self.find_officer, self.police_range, reader.language)

    def _alert(self, officer: Officer) -> Template:
        """Its button opens the whole tip."""
        return Template(
            "tip_alert",
            template_language("tip_alert", officer.language, self.police_range),
            values=(tip_number(self.case.case_id),),
            payloads=(tap_id(OPEN, self.case.case_id),),
        )
