"""A closed case needs its tipster no longer: the way back is kept for some days, then let go."""

from collections.abc import Iterator
from datetime import timedelta

from satark.case import Case, status_after
from satark.delivery import intent_id
from satark.message import LetGo
from satark.police_range.model import PoliceRange


def letting_go(case: Case, police_range: PoliceRange) -> Iterator[LetGo]:
    """For the event that closed the case, counted from its time, and for no other.

    What the tipster hears of the closing waits in the outbox for four days at most.
    """
    closing = case.events[-1]
    if not case.open and status_after(case.events[:-1]) != "closed":
        days = timedelta(days=police_range.retention.reply_address_closed)
        yield LetGo(intent_id(closing.id, "let_go", 0), case.filed.handle, closing.at + days)
