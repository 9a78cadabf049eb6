"""Whoever holds the phone learns nothing from us about what its owner has told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.flow.session import REMEMBERED_FOR, wire
from satark.identity import MessageRef
from satark.message import (
    Content,
    Deleted,
    Edited,
    IdentityChanged,
    Pin,
    Reaction,
    Say,
    Tap,
    Text,
    Unsupported,
)
from satark.police_range.model import PoliceRange
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, VOICE, walk_to_review

FIRST: list[Content] = [
    Text("Hi"),
    Text("नमस्ते"),
    Text("मदद"),
    Text("back"),
    Text("restart"),
    Text("1"),
    Text("यहाँ रोज़ शराब बिकती है"),
    Text("english"),
    Tap("review=send", "भेज दें"),
    Tap("language=en", "English"),
    PHOTO,
    VOICE,
    Pin(25.4, 83.5),
    Edited("दूसरी बात"),
    Unsupported("contacts"),
    Unsupported("poll", 131051),
]
SILENT: list[Content] = [Reaction("👍"), Reaction(""), Deleted(), IdentityChanged()]


def known_senders(tipster: Phone) -> list[Phone]:
    """One who has filed a tip, one who left a draft long ago, one who did both in English."""
    filed = replace(tipster, name="filed", chat=[])
    walk_to_review(filed)
    filed.taps("send")
    idle = replace(tipster, name="idle", chat=[])
    walk_to_review(idle)
    idle.waits(hours=24, minutes=1)
    both = replace(tipster, name="both", chat=[])
    walk_to_review(both, language="en")
    both.taps("send")
    walk_to_review(both, language="en")
    both.waits(days=3)
    return [filed, idle, both]


@pytest.mark.parametrize("content", [*FIRST, *SILENT], ids=str)
def test_the_first_reply_is_the_same_to_all(
    tipster: Phone, outbox: BreakableOutbox, content: Content, varanasi: PoliceRange
) -> None:
    stranger = replace(tipster, name="stranger", chat=[])
    expected = stranger.sends(content, quotes=MessageRef("gone"))
    for phone in known_senders(tipster):
        assert phone.sends(content, quotes=MessageRef("gone")) == expected, phone.name
    greeting = replace(tipster, name="another stranger", chat=[]).says("Hi")
    assert expected == (() if content in SILENT else greeting)


def test_after_filing_the_session_holds_nothing_but_what_was_heard(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(tipster)
    tipster.sends(PHOTO)
    (receipt,) = tipster.taps("send")
    (record,) = sessions.values()
    session = wire.load(record.text)
    assert (session.draft, session.replies) == (None, ())
    assert isinstance(receipt, Say)
    assert receipt.body.split("*")[1] not in record.text
    assert record.expires == tipster.at + REMEMBERED_FOR


def test_a_draft_waits_24_hours_and_no_longer(tipster: Phone) -> None:
    walk_to_review(tipster)
    tipster.at += timedelta(hours=24) - timedelta(seconds=10)
    assert tipster.says("help") != replace(tipster, name="stranger", chat=[]).says("help")
    tipster.at += timedelta(hours=24, seconds=1)
    assert tipster.says("help") == replace(tipster, name="stranger 2", chat=[]).says("help")


def test_the_store_may_drop_a_draft_when_it_is_gone(tipster: Phone, sessions: FakeSessions) -> None:
    tipster.says("यहाँ रोज़ शराब बिकती है")
    assert next(iter(sessions.values())).expires == tipster.at + timedelta(hours=24)


def test_the_number_given_to_somebody_else_leaves_no_draft(tipster: Phone) -> None:
    walk_to_review(tipster)
    assert tipster.sends(IdentityChanged()) == ()
    assert tipster.says("help") == replace(tipster, name="stranger", chat=[]).says("help")


def test_what_the_police_side_gets_cannot_be_joined_to_the_session(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(tipster)
    tipster.taps("send")
    (key,) = sessions
    (filing,) = sessions.filings
    told = repr(filing.event)
    assert tipster.last
    for secret in (key, tipster.sender.pseudonym, tipster.last.ref, tipster.sender.address):
        assert secret not in told
