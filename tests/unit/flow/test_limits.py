"""So many tips a day of one sender: the next one waits, whole, and its tipster is told how long."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from functions.flow.conversation import Conversation
from functions.flow.session import Session, wire
from satark.message import Ask, IdentityChanged, Say
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, walk_to_review

MIDNIGHT = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
"""In India, of the day that every phone here begins in."""


@pytest.fixture
def tipster(flow: Conversation) -> Phone:
    """Of a range that takes two tips a day, of which both were sent."""
    police_range = flow.police_range
    limits = replace(police_range.limits, tips_per_day=2)
    tipster = Phone(replace(flow, police_range=replace(police_range, limits=limits)))
    for _ in range(2):
        walk_to_review(tipster)
        assert isinstance(tipster.taps("send")[0], Say)
    return tipster


def told_to_wait(tipster: Phone) -> bool:
    [reply] = tipster.taps("send")
    assert isinstance(reply, Ask)
    return reply.body.startswith(tipster.flow.police_range.text("hi", "note.tomorrow"))


def session(sessions: FakeSessions) -> Session:
    return wire.load(next(iter(sessions.values())).text)


def test_one_too_many_is_kept_and_sent_after_midnight(
    tipster: Phone, sessions: FakeSessions
) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    tipster.sends(PHOTO)
    for choice in ("liquor", "sold", "country", "few", "ghazipur", "unknown"):
        tipster.taps(choice)
    tipster.says("पुल के पास")
    for choice in ("regularly", "done", "no"):
        tipster.taps(choice)
    assert told_to_wait(tipster)
    assert told_to_wait(tipster)
    assert len(sessions.filings) == 2
    tipster.at = MIDNIGHT - timedelta(seconds=11)
    assert told_to_wait(tipster)
    [receipt] = tipster.taps("send")
    assert isinstance(receipt, Say)
    tip = sessions.tips[2]
    assert (tip.place.words, len(tip.evidence)) == ("पुल के पास", 1)


def test_until_it_is_sent_nobody_is_answered_otherwise(tipster: Phone, flow: Conversation) -> None:
    """The first answer and every question are the same as a stranger's."""
    stranger = Phone(replace(flow, police_range=tipster.flow.police_range), "stranger")
    for phone in (tipster, stranger):
        walk_to_review(phone)
    told = len(stranger.chat)
    assert tipster.chat[-told:] == stranger.chat


def test_danger_is_answered_with_112_all_the_same(tipster: Phone) -> None:
    walk_to_review(tipster)
    tipster.taps("send")
    [warned] = tipster.says("बचाओ")
    assert isinstance(warned, Ask)
    assert "112" in warned.body


def test_to_stop_is_no_way_around(tipster: Phone, sessions: FakeSessions) -> None:
    tipster.says("STOP")
    assert session(sessions).today is not None
    walk_to_review(tipster)
    assert told_to_wait(tipster)


def test_who_has_the_number_next_begins_anew(tipster: Phone, sessions: FakeSessions) -> None:
    tipster.sends(IdentityChanged())
    assert session(sessions).today is None


def test_the_next_day_nothing_is_left_of_the_count(tipster: Phone, sessions: FakeSessions) -> None:
    tipster.at = MIDNIGHT
    tipster.says("Hi")
    assert session(sessions).today is None


def test_others_are_not_counted_along(tipster: Phone, sessions: FakeSessions) -> None:
    other = Phone(tipster.flow, "another")
    walk_to_review(other)
    other.taps("send")
    assert len(sessions.filings) == 3


def test_a_message_that_comes_again_counts_once(flow: Conversation, sessions: FakeSessions) -> None:
    tipster = Phone(flow)
    walk_to_review(tipster)
    tipster.taps("send")
    assert tipster.last
    tipster.delivers(tipster.last)
    today = session(sessions).today
    assert today is not None
    assert today.tips == 1
