"""A batch of the tips line: one sender's failure holds back that sender's later messages alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from functions.flow import handler
from satark import wire
from satark.identity import MessageRef, SealedAddress, Sender
from satark.message import InboundMessage, Text
from tests.unit.flow.phone import NOON


@dataclass
class Listener:
    """Stands where the conversation does, and fails at the words "break"; and where SQS does."""

    heard: list[tuple[str, bool]] = field(default_factory=list)
    hidden: list[tuple[list[str], int]] = field(default_factory=list)

    def hear(self, message: InboundMessage, *, last_try: bool) -> None:
        assert isinstance(message.content, Text)
        if message.content.body == "break":
            raise ConnectionError("+91 90000 00000 is in this message")
        self.heard.append((message.content.body, last_try))

    def hide(self, receipts: Sequence[str], seconds: int) -> None:
        self.hidden.append((list(receipts), seconds))


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    listening = Listener()
    monkeypatch.setattr(handler, "conversation", lambda: listening)
    monkeypatch.setattr(handler, "pauses", lambda: listening)
    return listening


def record(words: str, sender: str, *, tries: int = 1) -> dict[str, Any]:
    message = InboundMessage(
        MessageRef(words), NOON, Sender(sender, sender, SealedAddress("sealed")), Text(words)
    )
    return {
        "messageId": f"{sender} {words}",
        "receiptHandle": f"receipt of {sender} {words}",
        "body": wire.inbound.dump(message),
        "attributes": {"MessageGroupId": sender, "ApproximateReceiveCount": str(tries)},
    }


def handled(*records: dict[str, Any]) -> list[str]:
    answer = handler.lambda_handler({"Records": list(records)}, None)
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_a_failure_holds_back_its_sender_alone(
    listener: Listener, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = handled(
        record("one", "a"),
        record("one", "b"),
        record("break", "a"),
        record("three", "a"),
        record("two", "b"),
    )
    assert failed == ["a break", "a three"]
    assert [words for words, _ in listener.heard] == ["one", "one", "two"]
    assert listener.hidden == [(["receipt of a break", "receipt of a three"], 2)]
    logged = capsys.readouterr().out
    assert '"event": "message_failed"' in logged
    assert "90000" not in logged


@pytest.mark.parametrize(
    ("tries", "seconds"), [(1, 2), (2, 8), (3, 32), (4, 128), (5, 512), (6, 600)]
)
def test_each_try_waits_longer_than_the_last(listener: Listener, tries: int, seconds: int) -> None:
    handled(record("break", "a", tries=tries))
    assert [pause for _, pause in listener.hidden] == [seconds]


def test_the_fourth_try_is_the_last_for_a_file(listener: Listener) -> None:
    assert handled(record("early", "a", tries=3), record("late", "b", tries=4)) == []
    assert listener.heard == [("early", False), ("late", True)]


def test_a_message_of_another_shape_fails_and_the_others_go_on(listener: Listener) -> None:
    broken = record("one", "a") | {"body": "{}"}
    assert handled(broken, record("two", "b")) == ["a one"]
    assert listener.heard == [("two", False)]
