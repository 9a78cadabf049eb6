"""STOP deletes what is held of the sender, at once; nothing that was sent before comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.flow.session import Session
from satark.message import Forget, IdentityChanged, OutboundMessage, Say
from satark.police_range.model import PoliceRange
from tests.unit.flow.filed import files, session_of
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, walk_to_review

STEPS = 12


def wishes(outbox: BreakableOutbox) -> list[Forget]:
    return [each for each in outbox.everything if isinstance(each, Forget)]


@pytest.mark.parametrize("language", ["hi", "en"])
@pytest.mark.parametrize("step", range(STEPS))
def test_at_every_step_it_stops_and_says_what_that_means(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, language: str, step: int
) -> None:
    walk_to_review(tipster, language=language)
    for _ in range(step):
        tipster.says("back")
    tipster.says("एक बात")
    spellings = varanasi.words["stop"]
    replies = tipster.says(spellings[step % len(spellings)])
    assert replies == (Say(varanasi.text(language, "note.stopped")),)
    session = session_of(tipster, sessions)
    assert (session.draft, session.matter, session.misses) == (None, None, ())
    assert [heard.ref for heard in session.heard] == [tipster.last.ref if tipster.last else ""]
    assert [record for record in sessions.values() if "एक बात" in record.text] == []


def test_whoever_says_hi_after_it_is_a_stranger(tipster: Phone) -> None:
    files(tipster)
    walk_to_review(tipster)
    tipster.says("stop")
    greeting = Phone(tipster.flow, "greeted", at=tipster.at).says("Hi")
    assert tipster.says("Hi") == greeting


def test_the_answer_is_the_same_whether_anything_was_held_or_not(tipster: Phone) -> None:
    files(tipster)
    stranger = Phone(tipster.flow, "stranger", at=tipster.at)
    assert tipster.says("stop") == stranger.says("stop")


def test_the_addresses_of_filed_tips_are_wished_away_by_a_name_in_their_tags(
    tipster: Phone, sessions: FakeSessions, outbox: BreakableOutbox
) -> None:
    files(tipster)
    files(tipster)
    files(Phone(tipster.flow, "somebody else", at=tipster.at))
    tipster.says("stop")
    (wish,) = wishes(outbox)
    named = [filing.owner.names(wish.owner) for filing in sessions.filings]
    assert named == [True, True, False]
    one, two, _ = sessions.filings
    assert one.owner.digest != two.owner.digest
    assert wish.at == tipster.at
    assert tipster.sender.pseudonym not in repr(wish)
    assert wish.owner not in "".join(sessions)


def test_before_the_reply_goes_the_wish(tipster: Phone, outbox: BreakableOutbox) -> None:
    tipster.says("stop")
    wish, reply = outbox.everything
    assert isinstance(wish, Forget)
    assert isinstance(reply, OutboundMessage)


def test_what_was_written_but_not_sent_follows(
    tipster: Phone, outbox: BreakableOutbox, sessions: FakeSessions
) -> None:
    files(tipster)
    outbox.broken = True
    with pytest.raises(ConnectionError):
        tipster.says("stop")
    outbox.broken = False
    assert wishes(outbox) == []
    assert tipster.last
    before = dict(sessions)
    for _ in range(2):
        assert len(tipster.delivers(tipster.last)) == 1
    assert len({wish.id for wish in wishes(outbox)}) == 1
    assert dict(sessions) == before


def test_a_stop_that_comes_again_later_takes_nothing_that_was_filed_since(
    tipster: Phone, outbox: BreakableOutbox
) -> None:
    tipster.says("stop")
    stop = tipster.last
    files(tipster)
    assert stop
    assert tipster.delivers(stop) == ()
    assert len(wishes(outbox)) == 1


def test_what_was_sent_before_it_is_not_taken_any_more(
    tipster: Phone, sessions: FakeSessions
) -> None:
    """Meta delivers again for days, and in any order."""
    tipster.says("यहाँ शराब बिकती है")
    words = tipster.last
    tipster.sends(PHOTO)
    photo = tipster.last
    tipster.says("रोको")
    assert words
    assert photo
    late = replace(photo, ref=words.ref, at=tipster.at - timedelta(seconds=1))
    for older in (words, photo, late):
        assert tipster.delivers(older) == ()
    session = session_of(tipster, sessions)
    assert session.draft is None
    assert session.stopped


def test_a_word_with_stop_in_it_stops_nothing(tipster: Phone, sessions: FakeSessions) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    tipster.says("bus stop के पास")
    assert session_of(tipster, sessions).draft


def test_an_empty_session_precedes_nothing(tipster: Phone) -> None:
    assert not Session().precedes_stop(tipster.at)


def test_a_number_that_changed_hands_forgets_as_stop_does_and_says_nothing(
    tipster: Phone, sessions: FakeSessions, outbox: BreakableOutbox
) -> None:
    files(tipster)
    walk_to_review(tipster)
    assert tipster.sends(IdentityChanged()) == ()
    assert len(wishes(outbox)) == 1
    session = session_of(tipster, sessions)
    assert (session.draft, session.matter) == (None, None)
