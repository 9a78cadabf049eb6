"""By when an officer is to accept a tip, and to report on it."""

from datetime import datetime, timedelta

from satark.case import Case
from satark.police_range.model import PoliceRange


def due(case: Case, police_range: PoliceRange) -> datetime | None:
    """The next deadline by the case's level, from the filing; None once action was taken."""
    hours = police_range.deadlines[case.sensitivity.level]
    match case.status:
        case "received":
            return case.tip.filed_at + timedelta(hours=hours.accept)
        case "accepted":
            return case.tip.filed_at + timedelta(hours=hours.report)
        case _:
            return None
