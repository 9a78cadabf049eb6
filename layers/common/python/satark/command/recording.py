"""What one cause puts on the ledger of a case: once, whatever others write meanwhile."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from satark.case import Case, Happening
from satark.command.scene import Decision
from satark.deadline import standing
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, Conflicted

ATTEMPTS = 5

type Decide = Callable[[Case, Happening | None], Decision]
"""Given a case, and what this cause has put on it already, if it has. Then `case` is as before."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A message, a status or a sent form, which may come more than once."""

    event_id: str
    at: datetime

    @classmethod
    def of(cls, *names: str, at: datetime) -> Self:
        return cls(hashlib.sha256("\x00".join(names).encode()).hexdigest()[:32], at)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`case` is as the cause left it."""

    decision: Decision
    case: Case


def record_once(
    cases: CaseStore, police_range: PoliceRange, case_id: str, cause: Cause, decide: Decide
) -> Outcome:
    """Decide on the case as it is and write; or decide again as then, where that was written.

    Raises Conflicted where others wrote first every time.
    """
    for _ in range(ATTEMPTS):
        case = Case.of(cases.events(case_id))
        if done := next((event for event in case.events if event.id == cause.event_id), None):
            decision = decide(case.before(done), done.what)
            return Outcome(decision, Case.of(case.events[: done.seq]))
        decision = decide(case, None)
        if decision.what is None:
            return Outcome(decision, case)
        event = case.next(cause.event_id, cause.at, decision.what)
        after = Case.of((*case.events, event))
        with suppress(Conflicted):
            cases.append(event, standing(after, police_range))
            return Outcome(decision, after)
    raise Conflicted(f"{ATTEMPTS} attempts to append to a case")
