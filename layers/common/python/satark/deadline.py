"""By when an officer is to accept a tip, and to report on it; and who is told when that passes.

Whoever is to act is reminded at the deadline, the SP office is told `pass_up` hours later, and the
DIG office as long after that. Whoever is given the case meanwhile, or has just accepted it, has
`pass_up` hours.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, Literal

from satark.case import Case, CaseTransferred, DeadlinePassed, OfficerActed, OfficerAssigned
from satark.police_range.model import PoliceRange
from satark.police_range.rules import Deadline
from satark.standing import Standing

type Awaited = Literal["accept", "report"]

ABOVE: Final = 2
"""The first step at which an office above is told."""
LAST: Final = 3


def due(case: Case, police_range: PoliceRange) -> datetime | None:
    """The next deadline by the case's level, from the filing; None once action was taken."""
    hours = _hours(case, police_range)
    match awaited(case):
        case "accept":
            return case.tip.filed_at + timedelta(hours=hours.accept)
        case "report":
            return case.tip.filed_at + timedelta(hours=hours.report)
        case None:
            return None


def missed(case: Case, police_range: PoliceRange, now: datetime) -> DeadlinePassed | None:
    """What is to be put on the case now; None until its time has come."""
    what, at = awaited(case), _next_look(case, police_range)
    if what is None or at is None or now < at:
        return None
    return DeadlinePassed(what, _steps(case) + 1)


def standing(case: Case, police_range: PoliceRange) -> Standing:
    """What the case's head says of it after its last event."""
    return Standing(case.status, _next_look(case, police_range), _steps(case) >= ABOVE)


def awaited(case: Case) -> Awaited | None:
    match case.status:
        case "received":
            return "accept"
        case "accepted":
            return "report"
        case _:
            return None


def _next_look(case: Case, police_range: PoliceRange) -> datetime | None:
    deadline = due(case, police_range)
    if deadline is None or _steps(case) == LAST:
        return None
    time = timedelta(hours=_hours(case, police_range).pass_up)
    return max((deadline, *(at + time for at in _begins(case))))


def _begins(case: Case) -> Iterator[datetime]:
    """The times from which somebody has `pass_up` hours."""
    accepted = False
    for event in case.events:
        match event.what:
            case DeadlinePassed() | OfficerAssigned() | CaseTransferred():
                yield event.at
            case OfficerActed(action="accepted") if not accepted:
                accepted = True
                yield event.at


def _steps(case: Case) -> int:
    """How many have been told that what is awaited now has not come."""
    what = awaited(case)
    passed = (event.what for event in case.events if isinstance(event.what, DeadlinePassed))
    return max((each.step for each in passed if each.what == what), default=0)


def _hours(case: Case, police_range: PoliceRange) -> Deadline:
    return police_range.deadlines[case.sensitivity.level]
