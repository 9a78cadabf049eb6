"""A batch off a FIFO queue: each group in order, and none held up by another's trouble."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

type Record = Mapping[str, Any]
"""One message as Lambda gets it from SQS.

https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
"""


def work_through(
    records: Sequence[Record],
    handle: Callable[[Record], None],
    hold_back: Callable[[Sequence[Record], Exception], None],
) -> dict[str, list[dict[str, str]]]:
    """Lambda's answer: the messages to be delivered again.

    They are the first of its group that fails, and all of the group behind it; `hold_back` gets
    these and the failure.
    """
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[record["attributes"]["MessageGroupId"]].append(record)
    left = [_work_through(group, handle, hold_back) for group in groups.values()]
    again = [{"itemIdentifier": record["messageId"]} for group in left for record in group]
    return {"batchItemFailures": again}


def attempt(record: Record) -> int:
    """How often the queue has given it out, counted from 1."""
    return int(record["attributes"]["ApproximateReceiveCount"])


def _work_through(
    group: Sequence[Record],
    handle: Callable[[Record], None],
    hold_back: Callable[[Sequence[Record], Exception], None],
) -> Sequence[Record]:
    for position, record in enumerate(group):
        try:
            handle(record)
        except Exception as error:  # noqa: BLE001 - whatever it is, the queue brings it again
            hold_back(group[position:], error)
            return group[position:]
    return ()
