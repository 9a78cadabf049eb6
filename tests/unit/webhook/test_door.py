import copy
import gc
import json
import time
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.webhook.door import NotAnEnvelope, NotFromMeta
from functions.webhook.splitting import LONGEST
from satark import wire
from satark.identity import SealedAddress, SenderId, derive, message_ref
from satark.message import Edited, Media, Tap, Text
from tests.unit.webhook.premises import ARRIVED, REF_KEY, SECRET, Keys, Premises
from tests.unit.whatsapp.anything import spoilt
from tests.unit.whatsapp.payloads import OFFICERS, TIPS, first_message, names, payload, signature

RECORDED = {name: payload(name) for name in sorted(names())}


def with_message(**changes: Any) -> dict[str, Any]:
    envelope = copy.deepcopy(RECORDED["text"])
    envelope["entry"][0]["changes"][0]["value"]["messages"][0] |= changes
    return envelope


def test_a_message_passes_with_its_sender_sealed_and_its_wamid_replaced() -> None:
    premises = Premises()
    premises.post(RECORDED["text_reply"])

    recorded = first_message("text_reply")
    sender = SenderId("IN.2081978709342942")
    mac = Keys(b"tips").mac(sender)
    (message,) = premises.tips.taken
    assert message.content == Text("हाँ, वही जगह")
    assert message.ref == message_ref(REF_KEY, recorded["id"])
    assert message.quotes == message_ref(REF_KEY, recorded["context"]["id"])
    assert message.sender.pseudonym == derive(mac, "pseudonym")
    assert message.sender.group == derive(mac, "group")
    assert message.sender.address == Keys(b"tips").seal(sender)
    assert premises.officers.taken == premises.outbox.taken == []


def test_each_line_gets_its_own_and_each_sender_is_sealed_once() -> None:
    premises = Premises()
    premises.post(RECORDED["batch"])

    assert [message.content for message in premises.tips.taken] == [
        Text("एक"),
        Text("two"),
        Text("तीन"),
    ]
    assert [message.content for message in premises.officers.taken] == [
        Tap("accepted:48291376", "स्वीकार")
    ]
    assert (premises.tips_keys.macs, premises.tips_keys.seals) == (2, 2)
    assert (premises.officers_keys.macs, premises.officers_keys.seals) == (1, 1)
    first, second, third = (message.sender for message in premises.tips.messages)
    assert first == third != second


def test_of_tipsters_only_sent_and_failed_goes_to_their_courier() -> None:
    premises = Premises()
    premises.post(RECORDED["statuses"])

    assert premises.tips.taken == []
    assert Counter(status.state for status in premises.outbox.statuses) == {"sent": 3, "failed": 1}
    assert premises.outbox.statuses[1].intent == "intent-205"
    assert premises.outbox.statuses[1].error == 131047
    assert (premises.tips_keys.macs, premises.tips_keys.seals) == (0, 0)


def test_of_officers_every_status_goes_to_their_line() -> None:
    statuses = copy.deepcopy(RECORDED["statuses"])
    statuses["entry"][0]["changes"][0]["value"]["metadata"]["phone_number_id"] = "106540352242902"
    premises = Premises()
    premises.post(statuses)

    assert premises.outbox.taken == []
    assert Counter(status.state for status in premises.officers.statuses) == {
        "sent": 3,
        "delivered": 1,
        "read": 2,
        "failed": 1,
    }


def test_what_is_set_aside_is_logged_by_code_alone(capsys: pytest.CaptureFixture[str]) -> None:
    premises = Premises()
    premises.post(RECORDED["other_number"])

    assert premises.untouched
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"level": "WARNING", "event": "set_aside", "code": "unknown_number", "count": 1}
    ]


BATCH = json.dumps(RECORDED["batch"]).encode()
SIGNED = signature(BATCH, SECRET).encode()


def flipped(whole: bytes, bit: int) -> bytes:
    changed = bytearray(whole)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@given(st.integers(0, len(BATCH) * 8 - 1))
def test_one_bit_flipped_in_the_body_opens_nothing(bit: int) -> None:
    premises = Premises()
    with pytest.raises(NotFromMeta):
        premises.door.admit(flipped(BATCH, bit), SIGNED.decode(), arrived=ARRIVED)
    assert premises.untouched


# The case of a letter is one of its bits, and hex may come in either.
@given(
    st.integers(0, len(SIGNED) * 8 - 1)
    .map(lambda bit: flipped(SIGNED, bit))
    .filter(lambda changed: changed.lower() != SIGNED)
)
def test_one_bit_flipped_in_the_signature_opens_nothing(changed: bytes) -> None:
    premises = Premises()
    with pytest.raises(NotFromMeta):
        premises.door.admit(BATCH, changed.decode("latin-1"), arrived=ARRIVED)
    assert premises.untouched


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b'"x"', b"{", b"\xff\xfe", b"1" * 5000, b'{"a":' * 100_000],
    ids=["empty", "list", "null", "string", "broken", "bytes", "huge number", "deep"],
)
def test_what_is_signed_but_no_json_object_is_refused(body: bytes) -> None:
    premises = Premises()
    with pytest.raises(NotAnEnvelope):
        premises.post_body(body)
    assert premises.untouched


@given(st.sampled_from(list(RECORDED.values())).flatmap(spoilt))
def test_no_signed_object_stops_the_door(envelope: Any) -> None:
    premises = Premises()
    if isinstance(envelope, dict):
        premises.post(envelope)
    for message in (*premises.tips.taken, *premises.officers.taken, *premises.outbox.taken):
        wire.inbound.load(wire.inbound.dump(message).encode())


def test_an_error_of_the_queue_leaves_so_that_meta_delivers_again() -> None:
    premises = Premises()
    premises.officers.error = ConnectionError()
    with pytest.raises(ConnectionError):
        premises.post(RECORDED["batch"])

    premises.officers.error = None
    premises.post(RECORDED["batch"])
    refs = Counter(message.ref for message in premises.tips.messages)
    assert sorted(refs.values()) == [2, 2, 2]
    assert len(premises.officers.messages) == 1


def test_a_text_too_long_for_one_queue_message_becomes_several_and_loses_nothing() -> None:
    words = "शब्द 🙂 \x00" * 12_000
    premises = Premises()
    premises.post(with_message(text={"body": words}))

    assert "".join(message.content.body for message in premises.tips.messages) == words  # type: ignore[union-attr]  # only texts were posted
    assert len({message.ref for message in premises.tips.messages}) == len(premises.tips.taken) == 3
    assert premises.tips.taken[0].ref == message_ref(REF_KEY, first_message("text")["id"])
    for message in premises.tips.taken:
        assert len(wire.inbound.dump(message).encode()) < 256 * 1024


def test_the_widest_characters_fit_too() -> None:
    premises = Premises()
    premises.post(with_message(text={"body": "\x01" * LONGEST}))
    (message,) = premises.tips.taken
    assert len(wire.inbound.dump(message).encode()) < 256 * 1024


def test_a_long_caption_or_edit_is_split_as_well() -> None:
    premises = Premises()
    premises.post(with_message(type="image", image={"id": "1", "caption": "अ" * (LONGEST + 5)}))
    premises.post(
        with_message(
            type="edit",
            edit={
                "original_message_id": "wamid.x",
                "message": {"type": "text", "text": {"body": "आ" * (LONGEST + 1)}},
            },
        )
    )

    picture, rest, edited, more = (message.content for message in premises.tips.messages)
    assert isinstance(picture, Media)
    assert (len(picture.caption), rest) == (LONGEST, Text("अ" * 5))
    assert isinstance(edited, Edited)
    assert (len(edited.body), more) == (LONGEST, Text("आ"))


def a_thousand_messages(*, padding: str) -> bytes:
    messages = [
        {
            "from": f"919000{number:06d}",
            "from_user_id": f"IN.{number:016d}",
            "id": f"wamid.{number}",
            "timestamp": "1749416383",
            "type": "text",
            "text": {"body": f"{number} {padding}"},
        }
        for number in range(1000)
    ]
    envelope = copy.deepcopy(RECORDED["text"])
    envelope["entry"][0]["changes"][0]["value"] |= {"messages": messages}
    return json.dumps(envelope, ensure_ascii=False).encode()


class SlowKeys(Keys):
    """A call to KMS takes some ten milliseconds."""

    def mac(self, sender: SenderId) -> bytes:
        time.sleep(0.01)
        return super().mac(sender)

    def seal(self, sender: SenderId) -> SealedAddress:
        time.sleep(0.01)
        return super().seal(sender)


def test_three_megabytes_of_a_thousand_senders_pass_in_time() -> None:
    body = a_thousand_messages(padding="क" * 960)
    assert 2_900_000 < len(body) < 3_145_728
    premises = Premises(tips_keys=SlowKeys(b"tips"))

    begun = time.monotonic()
    premises.post_body(body)

    assert time.monotonic() - begun < 15
    assert [int(message.content.body.split()[0]) for message in premises.tips.messages] == [  # type: ignore[union-attr]  # only texts were posted
        *range(1000)
    ]
    assert (premises.tips_keys.macs, premises.tips_keys.seals) == (1000, 1000)


def test_no_sender_id_outlives_the_request() -> None:
    premises = Premises()
    before = sender_ids()
    premises.post(RECORDED["batch"])
    assert sender_ids() == before


def sender_ids() -> int:
    gc.collect()
    return sum(isinstance(found, SenderId) for found in gc.get_objects())


def test_nothing_on_the_queues_holds_a_number_a_user_id_a_name_or_a_wamid() -> None:
    premises = Premises()
    for envelope in RECORDED.values():
        premises.post(envelope)

    written = [
        wire.inbound.dump(message)
        for message in (*premises.tips.taken, *premises.officers.taken, *premises.outbox.taken)
    ]
    for secret in ("9190000", "90000 00", "IN.", "wamid", "HBgM", "राम", "Ram", "Shyam", "ram.k"):
        assert not [line for line in written if secret in line]


def keyed(name: str, key: str = "DF2lS5v2W6x=") -> dict[str, Any]:
    """With what Meta tells of the phone and SIM behind a sender where a line checks identities."""
    envelope = copy.deepcopy(RECORDED[name])
    value = envelope["entry"][0]["changes"][0]["value"]
    message = value["messages"][0]
    names = {"wa_id": message.get("from"), "user_id": message.get("from_user_id")}
    value["contacts"] = [{"profile": {"name": "x"}, "identity_key_hash": key, **names}]
    return envelope


def test_the_phone_behind_an_officer_passes_keyed() -> None:
    premises = Premises()
    for key in ("one", "one", "another"):
        premises.post(keyed("officer_text", key))
    one, again, another = [message.identity_key for message in premises.officers.taken]
    assert one == again != another
    assert one is not None
    assert "one" not in one


def test_of_the_phone_behind_a_tipster_nothing_passes() -> None:
    premises = Premises()
    premises.post(keyed("text"))
    assert [message.identity_key for message in premises.tips.taken] == [None]


@pytest.mark.parametrize(("line", "told"), [(OFFICERS, True), (TIPS, False)])
def test_the_phone_that_a_message_of_ours_reached_is_told_of_officers_alone(
    line: str, *, told: bool
) -> None:
    premises = Premises()
    envelope = copy.deepcopy(RECORDED["statuses"])
    value = envelope["entry"][0]["changes"][0]["value"]
    value["metadata"]["phone_number_id"] = line
    for status in value["statuses"]:
        status["recipient_identity_key_hash"] = "DF2lS5v2W6x="
    premises.post(envelope)
    statuses = [*premises.officers.taken, *premises.outbox.taken]
    assert statuses
    assert {one.identity_key is not None for one in statuses} == {told}
