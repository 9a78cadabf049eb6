"""Who hears of a case: whoever is to act on it, and the chain above; nobody whom it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from satark.case import AlertProgressed, Case
from satark.chain import is_superior, may_hear, offices
from satark.police_range.model import PoliceRange
from satark.ports import Roster
from satark.roster import Officer

Duty = Literal["act", "inform"]


class NobodyToTell(Exception):
    """No office that may hear of this tip has an officer in service."""


@dataclass(frozen=True, slots=True)
class Recipient:
    officer: Officer
    duty: Duty

    @property
    def precise_times(self) -> bool:
        return precise_times(self.officer.office)


def recipients(case: Case, roster: Roster, police_range: PoliceRange) -> tuple[Recipient, ...]:
    """Whoever is to act, and the SP and DIG offices in any case. Raises NobodyToTell."""
    acting = acting_officers(case, roster, police_range)
    if not acting:
        raise NobodyToTell(f"enlist an officer at one of {offices(case, police_range)}")
    above = superiors(case, roster, police_range)
    informed = (each for each in above if each.id not in {officer.id for officer in acting})
    return (
        *(Recipient(officer, "act") for officer in acting),
        *(Recipient(officer, "inform") for officer in informed),
    )


def acting_officers(case: Case, roster: Roster, police_range: PoliceRange) -> tuple[Officer, ...]:
    """The assigned officer while in service; else the nearest staffed office.

    Once a superior has had to decide, that is an SP or DIG office: a circle acts only where
    nobody serves at the thana.
    """
    assignee = roster.officer(case.assignee) if case.assignee else None
    if assignee and may_hear(assignee, case, police_range):
        return (assignee,)
    decided_above = case.assignee is not None or case.handed_up
    chain = offices(case, police_range)
    return _nearest(filter(is_superior, chain) if decided_above else chain, roster)


def superiors(case: Case, roster: Roster, police_range: PoliceRange) -> tuple[Officer, ...]:
    """The SP and DIG offices, where they may hear of this tip."""
    chain = filter(is_superior, offices(case, police_range))
    return tuple(officer for office in chain for officer in roster.holding(office))


def office_in_charge(case: Case, roster: Roster, police_range: PoliceRange) -> tuple[Officer, ...]:
    """Those who assign the case: the SP office, or the DIG office in its place."""
    return _nearest(filter(is_superior, offices(case, police_range)), roster)


def told_late(
    case: Case, step: int, roster: Roster, police_range: PoliceRange
) -> tuple[Officer, ...]:
    """Whoever is to act; the office in charge; the DIG office: by the step of a DeadlinePassed."""
    match step:
        case 1:
            return acting_officers(case, roster, police_range)
        case 2:
            return office_in_charge(case, roster, police_range)
        case _:
            above = superiors(case, roster, police_range)
            return tuple(each for each in above if each.office.startswith("range:"))


def next_up(
    case: Case, failed: Officer, roster: Roster, police_range: PoliceRange
) -> tuple[Recipient, ...]:
    """Who stands in for an officer whom the alert did not reach, and hears so.

    They are to act where nobody is left of those who were.
    """
    chain = offices(case, police_range)
    at = chain.index(failed.office) + 1 if failed.office in chain else 0
    above = chain[at:] if at else filter(is_superior, chain)
    acting = {officer.id for officer in acting_officers(case, roster, police_range)}
    nobody_acts = failed.id in acting and acting <= unreached(case)
    duty: Duty = "act" if nobody_acts else "inform"
    return tuple(Recipient(officer, duty) for officer in _nearest(above, roster))


def precise_times(office: str) -> bool:
    """Minutes could give a tipster away to people who live close by."""
    return is_superior(office)


def _nearest(chain: Iterable[str], roster: Roster) -> tuple[Officer, ...]:
    staffed = (tuple(roster.holding(office)) for office in chain)
    return next(filter(None, staffed), ())


def unreached(case: Case) -> set[str]:
    """Whose last word from WhatsApp is that the alert failed."""
    progress = (event.what for event in case.events if isinstance(event.what, AlertProgressed))
    last = {what.officer_id: what.state for what in progress}
    return {officer_id for officer_id, state in last.items() if state == "failed"}
