"""The last event of a case, as everyone hears of it who should."""

from collections.abc import Callable, Iterable
from functools import cache

from functions.dispatch.audience import Audience
from functions.dispatch.officer_letters import OfficerLetters
from functions.dispatch.tipster_letter import tipster_letter
from satark.case import Case, CaseEvent
from satark.message import OutboundMessage
from satark.police_range.model import PoliceRange
from satark.ports import Roster


def as_of(event: CaseEvent, ledger: Iterable[CaseEvent]) -> Case:
    """The case with this event as its last, whatever the ledger holds beyond."""
    return Case.of(known for known in ledger if known.seq <= event.seq)


def notices(
    case: Case, roster: Roster, police_range: PoliceRange, same: Callable[[], Iterable[Case]]
) -> list[OutboundMessage]:
    """What to send for the case's last event, the same whenever the stream brings it.

    `same` gives the open tips that may tell of the same thing.
    """
    found = cache(lambda: tuple(same()))
    letters = OfficerLetters(case, police_range, cache(roster.officer), found)
    to_officers = Audience(case, roster, police_range, letters).letters()
    sent = [*to_officers, *tipster_letter(case, police_range)]
    return [message for letter in sent for message in letter.messages(case.events[-1])]
