"""A message is heard once in effect, whatever is delivered again, and whatever breaks half-way."""

from dataclasses import replace

import pytest

from functions.flow.derived import receipt_key
from functions.flow.session import REMEMBERED_AT_MOST, wire
from satark.message import Ask, Media, Say
from satark.ports import Conflicted, MediaUnavailable
from tests.fakes import IntakeFake
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, walk_to_review


def test_a_redelivery_repeats_the_replies_under_their_ids_and_changes_nothing(
    tipster: Phone, sessions: FakeSessions, outbox: BreakableOutbox, intake: IntakeFake
) -> None:
    tipster.says("Hi")
    for content in (PHOTO, PHOTO):
        tipster.waits(minutes=1)
        replies = tipster.sends(content)
        before, first = dict(sessions), outbox.everything[-len(replies) :]
        assert tipster.last
        assert tipster.delivers(tipster.last) == replies != ()
        assert outbox.everything[-len(replies) :] == first
        assert dict(sessions) == before
    assert len(intake.fetched) == 2


def test_an_older_message_delivered_again_is_passed_over(
    tipster: Phone, sessions: FakeSessions
) -> None:
    tipster.says("Hi")
    older = tipster.last
    tipster.says("1")
    before = dict(sessions)
    assert older
    assert tipster.delivers(older) == ()
    assert dict(sessions) == before


def test_ids_differ_between_messages_and_replies(tipster: Phone, outbox: BreakableOutbox) -> None:
    walk_to_review(tipster)
    assert len({sent.id for sent in outbox.accepted}) == len(outbox.everything)


@pytest.mark.parametrize("filing", [False, True])
def test_replies_that_were_written_but_not_sent_follow(
    tipster: Phone, sessions: FakeSessions, outbox: BreakableOutbox, *, filing: bool
) -> None:
    walk_to_review(tipster)
    outbox.broken = True
    with pytest.raises(ConnectionError):
        tipster.taps("send") if filing else tipster.says("back")
    outbox.broken = False
    assert tipster.last
    (reply,) = tipster.delivers(tipster.last)
    assert isinstance(reply, Say) is filing
    assert len(sessions.filings) == filing


def test_a_receipt_leads_to_its_case_and_is_the_one_that_was_sent(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(tipster)
    (receipt,) = tipster.taps("send")
    assert isinstance(receipt, Say)
    code = receipt.body.split("*")[1]
    assert sessions.filings[0].receipt_key == receipt_key(tipster.flow.pepper, code)
    assert sessions.filings[0].receipt_key == receipt_key(
        tipster.flow.pepper, code.replace(" ", "")
    )


def test_a_lost_race_is_decided_again_from_what_is_there(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(tipster)
    sessions.races = 2
    (receipt,) = tipster.taps("send")
    assert isinstance(receipt, Say)
    assert len(sessions.filings) == 1


def test_a_number_that_is_taken_is_drawn_again(tipster: Phone, sessions: FakeSessions) -> None:
    seeds = iter([b"same"] * 26 + [b"other"])
    tipster.flow = replace(tipster.flow, seed=lambda: next(seeds))
    for name in ("one", "another"):
        phone = Phone(tipster.flow, name)
        walk_to_review(phone)
        phone.taps("send")
    one, another = sessions.filings
    assert one.event.case_id != another.event.case_id
    assert next(seeds, None) is None


def test_a_race_without_end_is_left_to_the_queue(tipster: Phone, sessions: FakeSessions) -> None:
    sessions.races = 99
    with pytest.raises(Conflicted):
        tipster.says("Hi")


def test_a_file_that_does_not_come_is_not_marked_as_heard(
    tipster: Phone, sessions: FakeSessions, intake: IntakeFake
) -> None:
    tipster.says("Hi")
    before = dict(sessions)
    intake.error = MediaUnavailable()
    with pytest.raises(MediaUnavailable):
        tipster.sends(PHOTO)
    assert dict(sessions) == before
    intake.error = None
    assert tipster.last
    tipster.delivers(tipster.last)
    assert len(intake.fetched) == 1


def test_a_file_that_never_comes_is_lost_and_the_tipster_told(
    tipster: Phone, sessions: FakeSessions, intake: IntakeFake
) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    intake.error = MediaUnavailable()
    with pytest.raises(MediaUnavailable):
        tipster.sends(Media("video", "m9", "video/mp4", "", caption="यह वह दुकान है"))
    assert tipster.last
    (reply,) = tipster.delivers(tipster.last, last_try=True)
    assert isinstance(reply, Ask)
    assert reply.body.startswith(tipster.flow.police_range.text("hi", "note.lost"))
    session = wire.load(next(iter(sessions.values())).text)
    assert session.draft
    (exhibit,) = session.draft.exhibits
    assert (exhibit.evidence.state, exhibit.evidence.media) == ("lost", "video")
    assert exhibit.evidence.caption == "यह वह दुकान है"


def test_two_senders_do_not_meet(tipster: Phone, sessions: FakeSessions) -> None:
    other = Phone(tipster.flow, name="another")
    tipster.says("Hi")
    other.says("Hi")
    tipster.taps("hi")
    assert other.taps("en") != tipster.says("help")
    assert len(sessions) == 2


def test_what_was_heard_is_remembered_within_bounds(tipster: Phone, sessions: FakeSessions) -> None:
    for _ in range(REMEMBERED_AT_MOST + 5):
        tipster.says("Hi")
    session = wire.load(next(iter(sessions.values())).text)
    assert len(session.heard) == REMEMBERED_AT_MOST
    tipster.waits(days=8, minutes=1)
    tipster.says("Hi")
    session = wire.load(next(iter(sessions.values())).text)
    assert len(session.heard) == 1
