"""A batch off a FIFO queue: each group in order, and none held up by another's trouble."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, cast

from aws_lambda_powertools.utilities.batch import SqsFifoPartialProcessor, process_partial_response
from aws_lambda_powertools.utilities.batch.exceptions import SQSFifoMessageGroupCircuitBreakerError

from satark import log

_LONGEST_PAUSE = 600

type Answer = dict[str, list[dict[str, str]]]
"""What Lambda takes back from the reader of a queue: `{"batchItemFailures": […]}`."""

type Record = Mapping[str, Any]
"""One message as Lambda gets it from SQS.

https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
"""


class Later(Exception):
    """Not now: attempt it again after so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"again in {seconds} s")
        self.seconds = seconds


class Pauses(Protocol):
    def hide(self, receipts: Sequence[str], seconds: int) -> None:
        """Show these messages again after so many seconds."""
        ...


def work_through(
    event: dict[str, Any],
    handle: Callable[[Record], None],
    pauses: Pauses,
) -> Answer:
    """Lambda's answer: the messages to be delivered again, which come back after the pause.

    They are the first of its group that fails, and all of the group behind it.
    """
    batch = SqsFifoPartialProcessor(skip_group_on_error=True)
    # Its error would hold every failure's words, and a batch that fails whole is no other failure.
    batch.raise_on_entire_batch_failure = False
    answer = process_partial_response(event=event, record_handler=handle, processor=batch)
    for records, error in _failures(batch):
        receipts = [record["receiptHandle"] for record in records]
        pauses.hide(receipts, _pause(error, attempt(records[0])))
    return cast("Answer", answer)


def attempt(record: Record) -> int:
    """How often the queue has given it out, counted from 1."""
    return int(record["attributes"]["ApproximateReceiveCount"])


def _pause(error: Exception, attempt: int) -> int:
    """Two seconds at first, four times as long each time: somebody waits for an answer."""
    if isinstance(error, Later):
        return error.seconds
    log.failure("message_failed", error, attempt=attempt)
    pause: int = 2 * 4 ** (attempt - 1)
    return min(pause, _LONGEST_PAUSE)


def _failures(batch: SqsFifoPartialProcessor) -> Iterator[tuple[Sequence[Record], Exception]]:
    """Each group that failed: its messages in order, and what the first of them raised."""
    groups: dict[str, list[Record]] = defaultdict(list)
    causes: dict[str, Exception] = {}
    for failed, (_, error, _) in zip(batch.fail_messages, batch.exceptions, strict=True):
        record = cast("Record", failed)
        group = record["attributes"]["MessageGroupId"]
        groups[group].append(record)
        if isinstance(error, Exception) and not isinstance(
            error, SQSFifoMessageGroupCircuitBreakerError
        ):
            causes[group] = error
    return ((records, causes[group]) for group, records in groups.items())
