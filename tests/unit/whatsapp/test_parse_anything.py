"""Whatever a webhook holds: nothing raises, and what is good in it is read."""

import copy
import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from satark.identity import MessageRef, SealedAddress, Sender
from satark.message import InboundMessage
from satark.whatsapp.parse import parse
from satark.whatsapp.received import Received
from satark.whatsapp.sender import NamedBy
from satark.wire import inbound
from tests.unit.whatsapp.anything import json_values, spoilt
from tests.unit.whatsapp.payloads import OFFICERS, TIPS, first_message, names, payload

ARRIVED = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)
LINES = {TIPS: NamedBy.USER_ID, OFFICERS: NamedBy.NUMBER}
RECORDED = {name: payload(name) for name in sorted(names())}
MESSAGES = [first_message(name) for name in ("text", "image", "list_reply", "revoke")]


def read(envelope: dict[str, Any]) -> Received:
    return parse(envelope, LINES, arrived=ARRIVED)


def queued(received: Received) -> list[InboundMessage]:
    """Every message as the next room reads it from its queue: written, sent as UTF-8, read."""
    sender = Sender("p", "g", SealedAddress("s"))
    messages = [
        InboundMessage(MessageRef("r"), one.at, sender, one.content, forwarded=one.forwarded)
        for mail in received.mail.values()
        for one in mail.messages
    ]
    return [inbound.load(inbound.dump(message).encode()) for message in messages]  # type: ignore[misc]  # only messages were written


@given(st.dictionaries(st.sampled_from(["object", "entry", "x"]), json_values))
def test_no_json_raises(envelope: dict[str, Any]) -> None:
    read(envelope)


@given(st.sampled_from(list(RECORDED.values())).flatmap(spoilt))
def test_no_spoilt_webhook_raises_and_what_is_read_fits_a_queue(envelope: Any) -> None:
    if isinstance(envelope, dict):
        queued(read(envelope))


def with_messages(messages: list[Any]) -> dict[str, Any]:
    envelope = copy.deepcopy(payload("text"))
    envelope["entry"][0]["changes"][0]["value"]["messages"] = messages
    return envelope


@given(
    st.permutations(MESSAGES),
    st.sampled_from(MESSAGES).flatmap(spoilt) | json_values,
    st.integers(0, 4),
)
def test_a_bad_message_costs_none_of_its_neighbours(
    good: list[dict[str, Any]], bad: Any, position: int
) -> None:
    alone = read(with_messages(good)).mail[TIPS].messages
    together = read(with_messages([*good[:position], bad, *good[position:]]))

    assert len(alone) == len(good)
    for one in alone:
        assert one in together.mail[TIPS].messages


@given(st.sampled_from(MESSAGES).flatmap(spoilt))
def test_a_message_with_an_id_and_a_sender_is_never_dropped(message: Any) -> None:
    named = isinstance(message, dict) and isinstance(message.get("from"), str)
    received = read(with_messages([message]))

    taken = len(received.mail[TIPS].messages)
    assert taken + received.set_aside["unreadable_message"] == 1
    if named and message["from"] == "919000000123" and message.get("id"):
        assert taken == isinstance(message["id"], str)


def test_neither_half_a_character_nor_a_non_character_stops_the_queue() -> None:
    message = json.loads(json.dumps(first_message("text")))
    message["text"]["body"] = "पुल \ud83d \ufffe\uffff के पास"

    (read_again,) = queued(read(with_messages([message])))
    assert read_again.content.body == "पुल \ufffd \ufffd\ufffd के पास"  # type: ignore[union-attr]  # only messages were written
