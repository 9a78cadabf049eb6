"""One case, opened by somebody who may hear of it; that they did so stands in its ledger first."""

import re
from collections.abc import Callable
from typing import Final

from functions.dashboard.chosen import NoSuchPage
from functions.dashboard.visit import Visit
from satark.case import Case, Happening, Viewed
from satark.chain import may_hear
from satark.command.recording import Cause, record_once
from satark.command.scene import Decision

_NUMBER: Final = re.compile(r"[0-9]{8}", re.ASCII)


def opened(visit: Visit, number: str, seen: Callable[[Case], Viewed]) -> Case:
    """The case with this view in it.

    `seen` may raise NoSuchPage for what the case has not got. Raises NoSuchPage where there is no
    such case or the viewer may not hear of it, and Conflicted where others keep writing first.
    """

    def decided(case: Case, _: Happening | None) -> Decision:
        if not heard(visit, case):
            raise NoSuchPage
        return Decision(seen(case), None)

    stores, case_id = visit.stores, case_of(visit, number).case_id
    cause = Cause(f"viewed {visit.id}", visit.at)
    return record_once(stores.cases, stores.police_range, case_id, cause, decided).case


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
