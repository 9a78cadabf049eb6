"""A batch off a FIFO queue: each group in order, and none held up by another's trouble."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from functions.courier.delivery import Later
from satark import log
from satark.whatsapp.errors import AGAIN

type Record = Mapping[str, Any]


class Pauses(Protocol):
    def hide(self, receipts: Sequence[str], seconds: int) -> None:
        """Show these messages again after so many seconds."""
        ...


def work_through(
    records: Sequence[Record], handle: Callable[[Record], None], pauses: Pauses
) -> list[str]:
    """The ids of the messages to be delivered again: the first of a group that fails, and the rest.

    They come back together, after the pause that the failure asks for.
    """
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[record["attributes"]["MessageGroupId"]].append(record)
    left = [_work_through(group, handle, pauses) for group in groups.values()]
    return [record["messageId"] for group in left for record in group]


def _work_through(
    group: Sequence[Record], handle: Callable[[Record], None], pauses: Pauses
) -> Sequence[Record]:
    for position, record in enumerate(group):
        try:
            handle(record)
        except Exception as error:  # noqa: BLE001 - whatever it is, the queue brings it again
            left = group[position:]
            pauses.hide([one["receiptHandle"] for one in left], _pause(error, record))
            return left
    return ()


def attempt(record: Record) -> int:
    """How often the queue has given it out, counted from 1."""
    return int(record["attributes"]["ApproximateReceiveCount"])


def _pause(error: Exception, record: Record) -> int:
    if isinstance(error, Later):
        return error.seconds
    log.failure("delivery_failed", error, attempt=attempt(record))
    return AGAIN.pause(attempt(record)) or 0
