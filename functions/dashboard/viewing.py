"""One case, opened by somebody who may hear of it; that they did so stands in its ledger first."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from functions.dashboard.chosen import NoSuchPage
from functions.dashboard.visit import Visit
from satark.case import Case, Viewed
from satark.chain import may_hear
from satark.deadline import standing
from satark.ports import Conflicted

ATTEMPTS: Final = 5
_NUMBER: Final = re.compile(r"[0-9]{8}", re.ASCII)


def opened(visit: Visit, number: str, seen: Callable[[Case], Viewed]) -> Case:
    """The case as it is with this view in it.

    `seen` may raise NoSuchPage for what the case has not got. Raises NoSuchPage where there is no
    such case or the viewer may not hear of it, and Conflicted where others keep writing first.
    """
    for _ in range(ATTEMPTS):
        case = _heard(visit, number)
        event = case.next(f"viewed {visit.id}", visit.at, seen(case))
        if case.records(event.id):
            return case
        after = Case.of((*case.events, event))
        with suppress(Conflicted):
            visit.stores.cases.append(event, standing(after, visit.stores.police_range))
            return after
    raise Conflicted(f"{ATTEMPTS} attempts to append to a case")


def _heard(visit: Visit, number: str) -> Case:
    case = case_of(visit, number)
    if not heard(visit, case):
        raise NoSuchPage
    return case


def case_of(visit: Visit, number: str) -> Case:
    """Whoever looks. Raises NoSuchPage where there is none."""
    events = visit.stores.cases.events(number) if _NUMBER.fullmatch(number) else ()
    if not events:
        raise NoSuchPage
    return Case.of(events)


def heard(visit: Visit, case: Case) -> bool:
    """Whether the viewer may hear of it."""
    officer = visit.stores.roster.officer(visit.viewer.id)
    return officer is not None and may_hear(officer, case, visit.stores.police_range)
