"""Protected files are opened by two people together: one asks, another of another office agrees.

Both must be of the SP or DIG offices above the case, then and when the files are opened. Where the
range office alone may hear of a case, two people of it do.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from satark.case import (
    Case,
    CaseEvent,
    OpeningAgreed,
    OpeningAsked,
)
from satark.chain import is_superior, may_decide, offices
from satark.police_range.model import PoliceRange
from satark.roster import Officer
from satark.tip import Evidence


def protected_files(case: Case) -> tuple[Evidence, ...]:
    return tuple(each for each in case.files if each.key.startswith("protected/"))


def may_ask(officer: Officer, case: Case, police_range: PoliceRange) -> bool:
    return is_superior(officer.office) and may_decide(officer, case, police_range)


def may_agree(officer: Officer, asker: Officer, case: Case, police_range: PoliceRange) -> bool:
    if not (may_ask(officer, case, police_range) and may_ask(asker, case, police_range)):
        return False
    above = set(filter(is_superior, offices(case, police_range)))
    return officer.id != asker.id and (officer.office != asker.office or len(above) == 1)


def waiting(case: Case, at: datetime, police_range: PoliceRange) -> OpeningAsked | None:
    """What somebody asked for, and nobody has agreed to yet."""
    last = next(_openings(case), None)
    if last is None or not isinstance(last.what, OpeningAsked):
        return None
    return last.what if _in_time(last, at, police_range) else None


def granted(
    case: Case, at: datetime, find: Callable[[str], Officer | None], police_range: PoliceRange
) -> OpeningAgreed | None:
    """What was agreed to lately, by two people who may still agree on it."""
    agreed = (event for event in _openings(case) if isinstance(event.what, OpeningAgreed))
    last = next(agreed, None)
    if last is None or not isinstance(last.what, OpeningAgreed):
        return None
    one, other = find(last.what.by), find(last.what.asked_by)
    asked = OpeningAsked(last.what.asked_by) in (event.what for event in case.events[: last.seq])
    if not (asked and one and other and _in_time(last, at, police_range)):
        return None
    return last.what if may_agree(one, other, case, police_range) else None


def _openings(case: Case) -> Iterator[CaseEvent]:
    """Latest first."""
    kinds = (OpeningAsked, OpeningAgreed)
    return (event for event in reversed(case.events) if isinstance(event.what, kinds))


def _in_time(event: CaseEvent, at: datetime, police_range: PoliceRange) -> bool:
    return at - event.at <= timedelta(hours=police_range.limits.opening_hours)
