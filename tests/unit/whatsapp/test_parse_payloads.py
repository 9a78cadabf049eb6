"""Every recorded webhook, and exactly what is read from it."""

from datetime import UTC, datetime

import pytest

from satark.identity import SenderId
from satark.message import (
    Content,
    Deleted,
    Edited,
    IdentityChanged,
    Media,
    MediaKind,
    Pin,
    Reaction,
    Tap,
    Text,
    Unsupported,
)
from satark.whatsapp.parse import parse
from satark.whatsapp.received import Received, ReceivedMessage, ReceivedStatus
from satark.whatsapp.sender import NamedBy
from tests.unit.whatsapp.payloads import OFFICERS, TIPS, first_message, names, payload

ARRIVED = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)
LINES = {TIPS: NamedBy.USER_ID, OFFICERS: NamedBy.NUMBER}
NUMBER, USER_ID = "919000000123", "IN.2081978709342942"
NEW_USER_ID = "IN.3000000000000001"


def media(kind: MediaKind, mime: str, caption: str = "", *, voice: bool = False) -> Media:
    sha256 = "Bq6Ej0eMpIyBXXzmx2D2vWnXkiXSvrYfT6uDF8p0bOk="
    return Media(kind, "1384412345678901", mime, sha256, caption=caption, voice=voice)


CONTENTS: dict[str, Content] = {
    "text": Text("गाँव में जुआ चल रहा है"),
    "text_reply": Text("हाँ, वही जगह"),
    "text_forwarded": Text("देखिए"),
    "text_frequently_forwarded": Text("देखिए"),
    "text_from_advert": Text("Hi"),
    "image": media("image", "image/jpeg", "पुल के पास"),
    "image_forwarded": media("image", "image/jpeg"),
    "image_too_large": Unsupported("image", 131052),
    "video": media("video", "video/mp4", "कल रात"),
    "audio": media("audio", "audio/mpeg"),
    "voice_note": media("audio", "audio/ogg; codecs=opus", voice=True),
    "voice_legacy": media("audio", "audio/ogg; codecs=opus", voice=True),
    "document": media("document", "application/pdf", "रसीद"),
    "sticker": media("sticker", "image/webp"),
    "location": Pin(25.5878, 83.5783, "Zamania", "Zamania, Ghazipur, Uttar Pradesh"),
    "location_bare": Pin(25.0, -83.5),
    "contacts": Unsupported("contacts"),
    "button_reply": Tap("hi", "हिन्दी"),
    "list_reply": Tap("liquor", "अवैध शराब"),
    "form_reply": Unsupported("nfm_reply"),
    "form_reply_broken": Unsupported("nfm_reply"),
    "call_permission_reply": Unsupported("call_permission_reply"),
    "template_button": Tap("open:48291376", "देखें"),
    "template_button_without_payload": Tap("देखें", "देखें"),
    "reaction": Reaction("🙏"),
    "reaction_removed": Reaction(""),
    "order": Unsupported("order"),
    "edit": Edited("तीन लोग थे"),
    "edit_caption": Edited("तीन लोग थे"),
    "revoke": Deleted(),
    "unsupported_poll": Unsupported("poll_creation", 131051),
    "unsupported_bare": Unsupported("unsupported", 131051),
    "unknown": Unsupported("unknown", 131051),
    "type_of_tomorrow": Unsupported("hologram"),
    "system_number": IdentityChanged(),
    "system_number_before_august": IdentityChanged(),
    "system_user_id": IdentityChanged(),
    "system_user_id_before_august": IdentityChanged(),
    "system_identity": IdentityChanged(),
    "system_other": Unsupported("system"),
    "bsuid_only": Text("Hi"),
    "bsuid_only_in_contacts": Text("Hi"),
    "bsuid_in_from": Text("Hi"),
    "number_only": Text("Hi"),
    "number_only_with_contact_bsuid": Text("Hi"),
    "no_contacts": Text("Hi"),
    "unknown_fields": Text("Hi"),
}
"""The content of the one message of each. The sender is USER_ID, unless SENDERS says otherwise."""

SENDERS = {
    "system_number_before_august": NUMBER,
    "system_user_id_before_august": NEW_USER_ID,
    "number_only": NUMBER,
}
QUOTED_IN_CONTEXT = {
    "text_reply",
    "button_reply",
    "list_reply",
    "form_reply",
    "template_button",
    "template_button_without_payload",
    "order",
}
QUOTED_IN_BODY = {
    "reaction": "message_id",
    "reaction_removed": "message_id",
    "edit": "original_message_id",
    "edit_caption": "original_message_id",
    "revoke": "original_message_id",
}
FORWARDED = {"text_forwarded", "text_frequently_forwarded", "image_forwarded"}
SEVERAL = {
    "batch",
    "statuses",
    "bad_items",
    "other_number",
    "account_update",
    "echo",
    "account_error",
    "officer_text",
    "officer_bsuid_only",
    "officer_system_number",
}


def read(name: str) -> Received:
    return parse(payload(name), LINES, arrived=ARRIVED)


def quoted_wamid(name: str) -> str | None:
    message = first_message(name)
    if name in QUOTED_IN_CONTEXT:
        return str(message["context"]["id"])
    if name in QUOTED_IN_BODY:
        return str(message[message["type"]][QUOTED_IN_BODY[name]])
    return None


def test_every_recorded_webhook_is_expected_to_be_something() -> None:
    assert names() == CONTENTS.keys() | SEVERAL


@pytest.mark.parametrize("name", CONTENTS)
def test_one_message_is_read_exactly(name: str) -> None:
    recorded = first_message(name)
    received = read(name)

    assert received.set_aside == {}
    assert received.mail.keys() == {TIPS}
    assert received.mail[TIPS].statuses == []
    assert received.mail[TIPS].messages == [
        ReceivedMessage(
            sender=SenderId(SENDERS.get(name, USER_ID)),
            wamid=recorded["id"],
            at=datetime.fromtimestamp(int(recorded["timestamp"]), UTC),
            content=CONTENTS[name],
            quotes=quoted_wamid(name),
            forwarded=name in FORWARDED,
        )
    ]


def test_a_batch_is_read_over_all_entries_changes_messages_and_statuses() -> None:
    received = read("batch")

    assert [(one.sender.reveal(), one.content) for one in received.mail[TIPS].messages] == [
        (USER_ID, Text("एक")),
        ("IN.4000000000000002", Text("two")),
        (USER_ID, Text("तीन")),
    ]
    assert [(one.state, one.intent, one.error) for one in received.mail[TIPS].statuses] == [
        ("sent", "intent-111", None),
        ("failed", "intent-112", 131026),
    ]
    assert [(one.sender.reveal(), one.content) for one in received.mail[OFFICERS].messages] == [
        ("919000000789", Tap("accepted:48291376", "स्वीकार"))
    ]
    assert received.set_aside == {}


def test_of_statuses_those_with_a_meaning_for_us_are_read() -> None:
    received = read("statuses")
    recorded = payload("statuses")["entry"][0]["changes"][0]["value"]["statuses"]

    def status(position: int, state: str, **more: object) -> ReceivedStatus:
        item = recorded[position]
        told = {"intent": f"intent-{201 + position}", "error": None} | more
        at = datetime.fromtimestamp(int(item["timestamp"]), UTC)
        return ReceivedStatus(wamid=item["id"], at=at, state=state, **told)  # type: ignore[arg-type]  # the payload says which

    assert received.mail[TIPS].statuses == [
        status(0, "sent"),
        status(1, "delivered"),
        status(2, "read"),
        status(3, "read"),
        status(4, "failed", error=131047),
        status(7, "sent", intent=None),
        status(9, "sent", intent=None),
    ]
    assert received.set_aside == {"other_status": 3}


def test_a_bad_item_costs_none_of_its_neighbours() -> None:
    received = read("bad_items")

    assert [one.content for one in received.mail[TIPS].messages] == [
        Text("पहला"),
        Unsupported("text"),
        Unsupported("image"),
        Unsupported("location"),
        Unsupported("location"),
        Unsupported("text"),
        Unsupported("interactive"),
        Unsupported("reaction"),
        Text("बिना समय"),
        Text("कब का"),
        Text("आख़िरी"),
    ]
    assert [one.at for one in received.mail[TIPS].messages[-3:-1]] == [ARRIVED, ARRIVED]
    assert received.set_aside == {
        "other_field": 1,
        "unknown_number": 2,
        "unreadable_message": 7,
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("other_number", "unknown_number"),
        ("account_update", "account_update"),
        ("echo", "other_field"),
        ("account_error", "account_error"),
    ],
)
def test_what_is_not_for_us_is_counted_by_code_alone(name: str, code: str) -> None:
    received = read(name)

    assert [message for mail in received.mail.values() for message in mail.messages] == []
    assert received.set_aside == {code: 1}


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("officer_text", "919000000789"),
        ("officer_bsuid_only", "IN.5000000000000003"),
        ("officer_system_number", "919000000789"),
    ],
)
def test_officers_are_known_by_their_number_where_there_is_one(name: str, known_as: str) -> None:
    assert [one.sender for one in read(name).mail[OFFICERS].messages] == [SenderId(known_as)]


def test_nothing_received_prints_a_wamid_or_a_sender() -> None:
    received = read("text_reply")
    recorded = first_message("text_reply")

    for secret in (recorded["id"], recorded["context"]["id"], NUMBER, USER_ID):
        assert secret not in repr(received)


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_names_of_people_and_files_are_not_read(name: str) -> None:
    printed = repr([one.content for one in read(name).mail[TIPS].messages])

    for word in ("राम", "Ram", "Shyam", "ram.k", "VCARD", ".pdf", NUMBER, USER_ID):
        assert word not in printed
