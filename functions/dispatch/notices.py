"""One event of a case, as everyone hears of it who should."""

from collections.abc import Sequence
from functools import cache

from functions.dispatch.audience import Audience
from functions.dispatch.officer_letters import OfficerLetters
from functions.dispatch.tipster_letter import tipster_letter
from satark.case import Case, CaseEvent
from satark.message import OutboundMessage
from satark.police_range.model import PoliceRange
from satark.ports import Roster


def notices(
    event: CaseEvent, ledger: Sequence[CaseEvent], roster: Roster, police_range: PoliceRange
) -> list[OutboundMessage]:
    """What to send for this event, the same whenever the stream brings it.

    Whatever the ledger holds beyond the event is left out of account.
    """
    case = Case.of(known for known in ledger if known.seq <= event.seq)
    letters = OfficerLetters(case, police_range, cache(roster.officer))
    to_officers = Audience(case, roster, police_range, letters).letters()
    sent = [*to_officers, *tipster_letter(case, police_range)]
    return [message for letter in sent for message in letter.messages(event)]
