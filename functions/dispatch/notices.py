"""One event of a case, as everyone hears of it who should."""

from collections.abc import Iterator, Sequence
from functools import cache

from functions.dispatch.letter import Letter
from functions.dispatch.officer_letters import OfficerLetters
from functions.dispatch.routing import (
    Recipient,
    offices,
    precise_times,
    recipients,
    superiors,
)
from functions.dispatch.tipster_letter import tipster_letter
from satark.case import (
    AlertOpened,
    AlertProgressed,
    Case,
    CaseEvent,
    OfficerActed,
    OfficerReported,
    TipFiled,
)
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
    letters = [*_to_officers(case, roster, police_range), *tipster_letter(case, police_range)]
    return [message for letter in letters for message in letter.messages(event)]


def _to_officers(case: Case, roster: Roster, police_range: PoliceRange) -> Iterator[Letter]:
    letters = OfficerLetters(case, police_range, cache(roster.officer))
    match case.events[-1].what:
        case TipFiled(tip=tip):
            told = recipients(tip, roster.holding, police_range)
            yield from (letters.whole(recipient) for recipient in told)
        case AlertOpened(officer_id=officer_id):
            if reader := _reader(case, officer_id, roster, police_range):
                yield letters.whole(reader)
        case OfficerReported(officer_id=doer) | OfficerActed(officer_id=doer):
            above = superiors(case.tip, roster.holding, police_range)
            yield from (letters.news(officer) for officer in above if officer.id != doer)
        case AlertProgressed():
            return


def _reader(
    case: Case, officer_id: str, roster: Roster, police_range: PoliceRange
) -> Recipient | None:
    """Nobody, where the officer has since moved to an office that may not hear of the tip."""
    officer = roster.officer(officer_id)
    if officer is None or officer.office not in offices(case.tip, police_range):
        return None
    told = recipients(case.tip, roster.holding, police_range)
    aside = Recipient(officer, "inform", precise_times(officer.office))
    return next((found for found in told if found.officer.id == officer_id), aside)
