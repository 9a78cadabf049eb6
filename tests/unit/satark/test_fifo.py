from dataclasses import dataclass, field
from typing import Any

import pytest

from satark.fifo import Later, Record, work_through
from tests.fakes import PauseList


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


def again(records: list[dict[str, Any]], handler: Handler, pauses: PauseList) -> list[str]:
    answer = work_through({"Records": records}, handler, pauses)
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_a_batch_that_goes_well_leaves_nothing_behind() -> None:
    handler, pauses = Handler(), PauseList()
    assert again(BATCH, handler, pauses) == []
    assert handler.done == ["a1", "b1", "a2", "b2", "a3"]
    assert pauses.hidden == []


def test_a_failure_stops_its_group_and_no_other() -> None:
    handler, pauses = Handler({"a2": Later(16)}), PauseList()
    assert again(BATCH, handler, pauses) == ["a2", "a3"]
    assert handler.done == ["a1", "b1", "b2"]
    assert pauses.hidden == [(["receipt-a2", "receipt-a3"], 16)]


def test_each_group_waits_for_its_own_failure() -> None:
    handler, pauses = Handler({"a1": Later(4), "b2": Later(64)}), PauseList()
    assert again(BATCH, handler, pauses) == ["a1", "a2", "b2", "a3"]
    assert handler.done == ["b1"]
    assert pauses.hidden == [
        (["receipt-a1", "receipt-a2", "receipt-a3"], 4),
        (["receipt-b2"], 64),
    ]


@pytest.mark.parametrize(("attempt", "pause"), [(1, 2), (2, 8), (9, 600)])
def test_any_other_error_comes_back_ever_later(
    attempt: int, pause: int, capsys: pytest.CaptureFixture[str]
) -> None:
    handler, pauses = Handler({"a1": ConnectionError("to 919000000123")}), PauseList()
    assert again([record("a1", attempt=attempt)], handler, pauses) == ["a1"]
    assert pauses.hidden == [(["receipt-a1"], pause)]
    printed = capsys.readouterr().out
    assert '"error": "ConnectionError"' in printed
    assert "919000000123" not in printed
