"""The open tips filed before this one that may tell of the same thing."""

from collections.abc import Iterator
from datetime import timedelta

from functions.dispatch.likeness import alike
from satark.case import Case
from satark.police_range.model import PoliceRange
from satark.ports import FiledCases


def earlier(case: Case, cases: FiledCases, police_range: PoliceRange) -> Iterator[Case]:
    """Of the same district and category, the latest first, within the range's days."""
    tip, likeness = case.tip, police_range.likeness
    since = tip.filed_at - timedelta(days=likeness.days)
    for case_id in cases.filed(tip.district, tip.category, since=since, until=tip.filed_at):
        if case_id != case.case_id:
            other = Case.of(cases.events(case_id))
            if other.open and alike(tip, other.tip, likeness):
                yield other
