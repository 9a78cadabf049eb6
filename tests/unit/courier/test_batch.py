from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from functions.courier.batch import Record, work_through
from functions.courier.delivery import Later


@dataclass
class Pauses:
    hidden: list[tuple[Sequence[str], int]] = field(default_factory=list)

    def hide(self, receipts: Sequence[str], seconds: int) -> None:
        self.hidden.append((receipts, seconds))


@dataclass
class Handler:
    errors: dict[str, Exception] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    def __call__(self, record: Record) -> None:
        if error := self.errors.get(record["messageId"]):
            raise error
        self.done.append(record["messageId"])


def record(message_id: str, *, attempt: int = 1) -> dict[str, Any]:
    """`b2` is the second message of group `b`."""
    return {
        "messageId": message_id,
        "receiptHandle": f"receipt-{message_id}",
        "attributes": {"MessageGroupId": message_id[0], "ApproximateReceiveCount": str(attempt)},
    }


BATCH = [record(message_id) for message_id in ("a1", "b1", "a2", "b2", "a3")]


def test_a_batch_that_goes_well_leaves_nothing_behind() -> None:
    handler, pauses = Handler(), Pauses()
    assert work_through(BATCH, handler, pauses) == []
    assert handler.done == ["a1", "a2", "a3", "b1", "b2"]
    assert pauses.hidden == []


def test_a_failure_stops_its_group_and_no_other() -> None:
    handler, pauses = Handler({"a2": Later(16)}), Pauses()
    assert work_through(BATCH, handler, pauses) == ["a2", "a3"]
    assert handler.done == ["a1", "b1", "b2"]
    assert pauses.hidden == [(["receipt-a2", "receipt-a3"], 16)]


@pytest.mark.parametrize(("attempt", "pause"), [(1, 1), (2, 5), (9, 600)])
def test_any_other_error_comes_back_ever_later(
    attempt: int, pause: int, capsys: pytest.CaptureFixture[str]
) -> None:
    handler, pauses = Handler({"a1": ConnectionError("to 919000000123")}), Pauses()
    assert work_through([record("a1", attempt=attempt)], handler, pauses) == ["a1"]
    assert pauses.hidden == [(["receipt-a1"], pause)]
    printed = capsys.readouterr().out
    assert '"error": "ConnectionError"' in printed
    assert "919000000123" not in printed
