"""A batch of the tips line: one sender's failure holds back that sender's later messages alone."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.flow import handler
from satark import wire
from satark.identity import MessageRef, SealedAddress, Sender
from satark.message import InboundMessage, Text
from tests.unit.flow.phone import NOON


@dataclass
class Listener:
    """Stands where the conversation does, and fails at the words "break"."""

    heard: list[tuple[str, bool]] = field(default_factory=list)

    def hear(self, message: InboundMessage, *, last_try: bool) -> None:
        assert isinstance(message.content, Text)
        if message.content.body == "break":
            raise ConnectionError("+91 90000 00000 is in this message")
        self.heard.append((message.content.body, last_try))


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    listening = Listener()
    monkeypatch.setattr(handler, "conversation", lambda: listening)
    return listening


def record(words: str, sender: str, *, tries: int = 1) -> dict[str, Any]:
    message = InboundMessage(
        MessageRef(words), NOON, Sender(sender, sender, SealedAddress("sealed")), Text(words)
    )
    return {
        "messageId": f"{sender} {words}",
        "body": wire.inbound.dump(message),
        "attributes": {"MessageGroupId": sender, "ApproximateReceiveCount": str(tries)},
        "eventSource": "aws:sqs",
    }


def handled(*records: dict[str, Any]) -> list[str]:
    answer = handler.lambda_handler({"Records": list(records)}, LambdaContext())
    return [str(failure["itemIdentifier"]) for failure in answer["batchItemFailures"]]


def test_a_failure_holds_back_its_sender_alone(
    listener: Listener, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = handled(
        record("one", "a"),
        record("break", "a"),
        record("three", "a"),
        record("one", "b"),
    )
    assert failed == ["a break", "a three"]
    assert [words for words, _ in listener.heard] == ["one", "one"]
    logged = capsys.readouterr().out
    assert "message_failed" in logged
    assert "90000" not in logged


def test_the_fourth_try_is_the_last_for_a_file(listener: Listener) -> None:
    assert handled(record("early", "a", tries=3), record("late", "b", tries=4)) == []
    assert listener.heard == [("early", False), ("late", True)]


def test_a_message_of_another_shape_fails_and_the_others_go_on(listener: Listener) -> None:
    broken = record("one", "a") | {"body": "{}"}
    assert handled(broken, record("two", "b")) == ["a one"]
    assert listener.heard == [("two", False)]
