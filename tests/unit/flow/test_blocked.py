"""Of a blocked sender no new tip is taken, calmly; all else of theirs goes on as it is."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from functions.flow.conversation import Conversation
from functions.flow.derived import owner
from satark.identity import Handle, OwnerTag
from satark.message import Ask, Say, Text
from tests.fakes import BlockList
from tests.unit.flow.phone import NOON, FakeSessions, Phone
from tests.unit.flow.test_road import walk_to_review

UNTIL = NOON + timedelta(days=30, minutes=25)


@pytest.fixture
def blocked(tipster: Phone, sessions: FakeSessions, blocks: BlockList) -> Phone:
    """Whose first tip's tag was copied, as the courier does."""
    walk_to_review(tipster)
    tipster.taps("send")
    [filing] = sessions.filings
    blocks.keep(filing.handle, filing.owner, UNTIL)
    return tipster


def told_so(phone: Phone) -> bool:
    [reply] = phone.taps("send")
    expected = phone.flow.police_range.text("hi", "note.not_now", until="24-12-2026 12:00")
    return isinstance(reply, Ask) and reply.body.startswith(expected)


def test_a_new_tip_is_not_taken_and_its_sender_told_until_when(
    blocked: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(blocked)
    assert told_so(blocked)
    assert told_so(blocked)
    assert len(sessions.filings) == 1


def test_until_then_nothing_tells_them_from_a_stranger(blocked: Phone) -> None:
    stranger = Phone(blocked.flow, "stranger")
    for phone in (blocked, stranger):
        walk_to_review(phone)
    assert blocked.chat[-len(stranger.chat) :] == stranger.chat
    assert isinstance(stranger.taps("send")[0], Say)


def test_the_words_name_112_and_nobody_who_did_it(flow: Conversation) -> None:
    for language in flow.police_range.languages:
        text = flow.police_range.text(language, "note.not_now", until="then")
        assert "112" in text
        assert not {"SP", "DIG", "block", "रोक"} & set(text.replace(".", " ").split())


def test_a_tip_that_is_open_takes_more_as_before(blocked: Phone, sessions: FakeSessions) -> None:
    receipt = next(b.body for b in blocked.chat if isinstance(b, Say)).split("*")[1]
    for words in (receipt, "yes", "ट्रक फिर आया"):
        blocked.sends(Text(words))
    assert [addition.words for addition in sessions.additions] == ["ट्रक फिर आया"]


def test_stop_does_not_lift_it(blocked: Phone) -> None:
    blocked.says("STOP")
    walk_to_review(blocked)
    assert told_so(blocked)


def test_once_it_is_over_the_tip_is_taken(
    blocked: Phone, sessions: FakeSessions, blocks: BlockList
) -> None:
    walk_to_review(blocked)
    assert told_so(blocked)
    blocks.items.clear()
    assert isinstance(blocked.taps("send")[0], Say)
    assert len(sessions.filings) == 2


def test_another_sender_is_not_meant(blocked: Phone, sessions: FakeSessions) -> None:
    other = Phone(blocked.flow, "another")
    walk_to_review(other)
    other.taps("send")
    assert len(sessions.filings) == 2


def test_it_is_looked_up_only_where_a_tip_would_be_filed(tipster: Phone, blocks: BlockList) -> None:
    walk_to_review(tipster)
    assert blocks.lookups == 0
    tipster.taps("send")
    assert blocks.lookups == 1


def test_of_several_blocks_the_longest_counts(blocked: Phone, blocks: BlockList) -> None:
    mine = owner(blocked.flow.pepper, blocked.sender)
    sooner: datetime = NOON + timedelta(days=1)
    blocks.keep(Handle("another tip"), OwnerTag.of(mine, "its own salt"), sooner)
    walk_to_review(blocked)
    assert told_so(blocked)


def test_whoever_reached_the_days_limit_too_is_told_of_the_block(blocked: Phone) -> None:
    limits = replace(blocked.flow.police_range.limits, tips_per_day=2)
    blocked.flow = replace(
        blocked.flow, police_range=replace(blocked.flow.police_range, limits=limits)
    )
    walk_to_review(blocked)
    assert told_so(blocked)
