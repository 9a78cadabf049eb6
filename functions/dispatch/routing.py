"""Who hears of a tip: up the chain of its thana, and nobody whom the tip is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from satark.police_range.model import PoliceRange
from satark.roster import Officer
from satark.tip import Conflict, Tip

type Holding = Callable[[str], Sequence[Officer]]
"""Everyone in service at an office: `Roster.holding`."""

Duty = Literal["act", "inform"]

RANGE_OFFICE = "range"


class NobodyToTell(Exception):
    """No office that may hear of this tip has an officer in service."""


@dataclass(frozen=True, slots=True)
class Recipient:
    officer: Officer
    duty: Duty
    precise_times: bool


def recipients(tip: Tip, holding: Holding, police_range: PoliceRange) -> tuple[Recipient, ...]:
    """The nearest staffed office acts; the SP and DIG offices hear in any case.

    So a circle hears only where nobody serves at the thana. Raises NobodyToTell.
    """
    chain = ((office, holding(office)) for office in offices(tip, police_range))
    staffed = [(office, officers) for office, officers in chain if officers]
    if not staffed:
        raise NobodyToTell(f"enlist an officer at one of {offices(tip, police_range)}")
    acting = staffed[0][0]
    return tuple(
        Recipient(officer, "act" if office == acting else "inform", precise_times(office))
        for office, officers in staffed
        for officer in officers
        if office == acting or is_superior(office)
    )


def superiors(tip: Tip, holding: Holding, police_range: PoliceRange) -> tuple[Officer, ...]:
    """The SP and DIG offices, where they may hear of this tip."""
    chain = filter(is_superior, offices(tip, police_range))
    return tuple(officer for office in chain for officer in holding(office))


def offices(tip: Tip, police_range: PoliceRange) -> tuple[str, ...]:
    """Every office that may hear of this tip, the nearest first."""
    district = f"district:{tip.district}"
    match tip.conflict:
        case Conflict.DISTRICT:
            return (RANGE_OFFICE,)
        case Conflict.STATION:
            return (district, RANGE_OFFICE)
        case Conflict.NONE:
            return (*_local_offices(tip.thana, police_range), district, RANGE_OFFICE)


def is_superior(office: str) -> bool:
    return office == RANGE_OFFICE or office.startswith("district:")


def precise_times(office: str) -> bool:
    """Minutes could give a tipster away to people who live close by."""
    return is_superior(office)


def _local_offices(thana_id: str | None, police_range: PoliceRange) -> tuple[str, ...]:
    circles = {circle.id for circle in police_range.circles}
    for thana in police_range.thanas:
        if thana.id == thana_id:
            above = (f"circle:{thana.parent}",) if thana.parent in circles else ()
            return (f"thana:{thana.id}", *above)
    return ()
