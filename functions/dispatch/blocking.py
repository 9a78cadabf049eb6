"""A superior blocked a tip's sender: the courier of tips is told, by the tip's handle alone."""

from collections.abc import Iterator
from datetime import timedelta

from satark.case import Case, SenderBlocked, SenderUnblocked
from satark.delivery import intent_id
from satark.message import Block
from satark.police_range.model import PoliceRange


def blocking(case: Case, police_range: PoliceRange) -> Iterator[Block]:
    """For the case's last event. Nothing comes back of what the courier finds."""
    last, handle = case.events[-1], case.filed.handle
    block_id = intent_id(last.id, "block", 0)
    match last.what:
        case SenderBlocked():
            days = timedelta(days=police_range.limits.block_days)
            yield Block(block_id, handle, last.at + days)
        case SenderUnblocked():
            yield Block(block_id, handle, None)
