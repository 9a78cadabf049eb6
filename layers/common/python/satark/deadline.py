"""By when an officer is to accept a tip, and to report on it."""

from datetime import datetime, timedelta

from satark.case import Case
from satark.police_range.model import PoliceRange

_NORMAL = "normal"


def due(case: Case, police_range: PoliceRange) -> datetime | None:
    """The next deadline, counted from the filing; None once action was taken.

    A tip whose category the range no longer knows counts as normal.
    """
    levels = {category.id: category.sensitivity for category in police_range.categories}
    hours = police_range.deadlines[levels.get(case.tip.category, _NORMAL)]
    match case.status:
        case "received":
            return case.tip.filed_at + timedelta(hours=hours.accept)
        case "accepted":
            return case.tip.filed_at + timedelta(hours=hours.report)
        case _:
            return None
