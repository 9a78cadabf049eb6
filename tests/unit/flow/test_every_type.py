"""Every type of message at every step: kept, answered with what to do, or passed over in silence.

The types are WhatsApp's own, as Meta's webhook brings them, so the parser is held to it as well.
https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
"""

from dataclasses import dataclass
from typing import Any

import pytest

from functions.flow.session import Draft
from satark.identity import MessageRef
from satark.message import Ask, AskLocation, Outgoing
from satark.police_range.model import PoliceRange
from satark.whatsapp.content import content
from tests.unit.flow.filed import body, session_of
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_machine import holds
from tests.unit.flow.test_road import walk_to_review

STEPS = 12
PLACE = 4  # steps back from the review
KEPT = "kept"
TOLD = "note.unsupported"
SILENT = "silent"
PINNED = "pinned"
SAID = "said"
FILE = {"id": "m1", "mime_type": "x/y", "sha256": ""}


@dataclass(frozen=True, slots=True)
class Type:
    """A message of Meta's, and what it is decided to bring."""

    name: str
    brings: str
    message: dict[str, Any]

    def __str__(self) -> str:
        return self.name


def typed(kind: str, **body: object) -> dict[str, Any]:
    return {"type": kind, kind: body}


def refused(kind: str) -> dict[str, Any]:
    """Polls, live locations and photos to be seen once: Meta keeps them from us."""
    return {"type": "unsupported", "errors": [{"code": 131051}], "unsupported": {"type": kind}}


TYPES = [
    Type("photo", KEPT, typed("image", **FILE)),
    Type("video", KEPT, typed("video", **FILE)),
    Type("voice note", KEPT, typed("audio", **FILE, voice=True)),
    Type("voice note of old", KEPT, typed("voice", **FILE)),
    Type("music", KEPT, typed("audio", **FILE)),
    Type("document", KEPT, typed("document", **FILE, filename="Asha.pdf")),
    Type("sticker", KEPT, typed("sticker", **FILE, animated=True)),
    Type("place", PINNED, typed("location", latitude=25.4, longitude=83.5)),
    Type("place nowhere", TOLD, typed("location", latitude=125.4, longitude=83.5)),
    Type("too large a file", TOLD, typed("video", **FILE) | {"errors": [{"code": 131052}]}),
    Type("contacts", TOLD, {"type": "contacts", "contacts": [{"name": {}, "phones": []}]}),
    Type("order", TOLD, typed("order", catalog_id="c", product_items=[])),
    Type("poll", TOLD, refused("poll")),
    Type("view once", TOLD, refused("view_once")),
    Type("live location", TOLD, refused("live_location")),
    Type("event", TOLD, refused("event")),
    Type("form", TOLD, typed("interactive", type="nfm_reply", nfm_reply={"response_json": "{"})),
    Type("call permission", TOLD, typed("interactive", type="call_permission_reply")),
    Type("a type of tomorrow", TOLD, typed("hologram", id="h")),
    Type("empty text", TOLD, typed("text", body="")),
    Type("reaction", SILENT, typed("reaction", message_id="wamid.x", emoji="👍")),
    Type("reaction taken back", SILENT, typed("reaction", message_id="wamid.x")),
    Type(
        "edited",
        SAID,
        typed("edit", original_message_id="wamid.x", message=typed("text", body="नई बात")),
    ),
    Type("deleted", SILENT, typed("revoke", original_message_id="wamid.x")),
]
IDS = [each.name for each in TYPES]


def sends(phone: Phone, sent: Type) -> tuple[Outgoing, ...]:
    replies = phone.sends(content(sent.message), quotes=MessageRef("not known"))
    for reply in replies:
        holds(reply)
    return replies


def contributions(draft: Draft) -> tuple[object, ...]:
    return draft.exhibits, draft.statements, draft.place


@pytest.mark.parametrize("sent", TYPES, ids=IDS)
@pytest.mark.parametrize("step", range(STEPS))
def test_at_every_step(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, step: int, sent: Type
) -> None:
    walk_to_review(tipster)
    for _ in range(step):
        tipster.says("back")
    asked, before = tipster.shown, session_of(tipster, sessions).draft
    replies = sends(tipster, sent)
    after = session_of(tipster, sessions).draft
    assert before
    assert after
    match sent.brings:
        case "silent":
            assert (replies, after) == ((), before)
        case "note.unsupported":
            assert varanasi.text("hi", "note.unsupported") in body(replies[:1])
            assert after == before
        case "kept":
            assert len(after.exhibits) == len(before.exhibits) + 1
            assert replies
        case "said":
            assert [said.words for said in after.statements] == ["नई बात"]
            assert replies
        case "pinned":
            assert after.place.latitude == 25.4
    moves = step == PLACE and (sent.brings == PINNED or "voice" in sent.name)
    if replies and not moves:
        assert getattr(replies[-1], "options", ()) == getattr(asked, "options", ())


@pytest.mark.parametrize("sent", TYPES, ids=IDS)
def test_as_the_first_word(tipster: Phone, sessions: FakeSessions, sent: Type) -> None:
    greeting = Phone(tipster.flow, "greeted").says("Hi")
    replies = sends(tipster, sent)
    draft = session_of(tipster, sessions).draft
    if sent.brings == SILENT:
        assert (replies, draft) == ((), None)
    else:
        assert replies == greeting
        assert draft
        assert bool(draft.exhibits) == (sent.brings == KEPT)


@pytest.mark.parametrize("sent", TYPES, ids=IDS)
@pytest.mark.parametrize("adding", [False, True])
def test_about_a_filed_tip(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, sent: Type, *, adding: bool
) -> None:
    walk_to_review(tipster)
    (receipt,) = tipster.taps("send")
    tipster.says(body((receipt,)).split("*")[1])
    if adding:
        tipster.taps("add")
    replies = sends(tipster, sent)
    assert len(sessions.additions) == (sent.brings in {KEPT, PINNED, SAID})
    assert session_of(tipster, sessions).matter
    if sent.name == "deleted":
        assert varanasi.text("hi", "filed.final") in body(replies[:1])
    else:
        assert bool(replies) == (sent.brings != SILENT)
    assert all(isinstance(reply, Ask | AskLocation) for reply in replies[-1:])
