"""Danger, abuse, nonsense and floods: 112 first, a way out to a person, and no more than enough."""

from datetime import timedelta

import pytest

from functions.flow.pace import AGAIN_AT_MOST, AT_MOST
from satark.message import Ask, Say, Tap
from satark.police_range.model import PoliceRange
from tests.unit.flow.filed import body, files, session_of
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_contributions import at_category, draft_of
from tests.unit.flow.test_road import PHOTO, walk_to_review

CRIES = ["बचाओ", "जल्दी आओ, मार रहे हैं", "bachao!!", "Goli chali hai yahan", "they will kill me"]


@pytest.mark.parametrize("words", CRIES)
def test_a_cry_brings_112_first_and_is_kept(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, words: str
) -> None:
    told = body(at_category(tipster, "en").says(words))
    assert told.startswith(varanasi.text("en", "note.danger"))
    assert [said.words for said in draft_of(sessions).statements] == [words]


@pytest.mark.parametrize("words", CRIES)
def test_a_first_cry_is_told_112_in_every_language(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, words: str
) -> None:
    told = body(tipster.says(words))
    danger = [varanasi.text(language, "note.danger") for language in varanasi.languages]
    assert told.startswith("\n\n".join(danger))
    assert [said.words for said in draft_of(sessions).statements] == [words]


def test_a_cry_within_an_addition_brings_112_too(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    tipster.says(files(tipster))
    told = body(tipster.says("बचाओ"))
    assert told.startswith(varanasi.text("hi", "note.danger"))
    assert [what.words for what in sessions.additions] == ["बचाओ"]


@pytest.mark.parametrize("words", ["नशे की गोली बिकती है", "यहाँ हथियार बिकते हैं", "attack"])
def test_telling_of_a_crime_is_no_cry(tipster: Phone, varanasi: PoliceRange, words: str) -> None:
    assert "🚨" not in body(at_category(tipster).says(words)).partition("\n")[0]
    assert varanasi.text("hi", "note.danger") not in tipster.shown.body


@pytest.mark.parametrize("language", ["hi", "en"])
def test_happening_now_brings_112_before_the_next_question(
    tipster: Phone, varanasi: PoliceRange, language: str
) -> None:
    walk_to_review(tipster, language=language)
    assert varanasi.text(language, "note.danger") not in str(tipster.chat)
    for _ in range(3):
        tipster.says("back")
    told = body(tipster.taps("now"))
    assert told.startswith(varanasi.text(language, "note.danger"))
    assert varanasi.text(language, "step.evidence.text").strip() in told


def test_nonsense_three_times_shows_a_way_out_and_an_answer_starts_anew(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    at_category(tipster)
    keys = []
    for count in range(6):
        told = body(tipster.says(f"asdf {count}"))
        keys += [k for k in ("note.unmatched", "note.stuck") if varanasi.text("hi", k) in told]
    assert keys == ["note.unmatched", "note.unmatched", "note.stuck"] * 2
    assert len(draft_of(sessions).statements) == 6
    tipster.taps("liquor")
    assert varanasi.text("hi", "note.unmatched") in body(tipster.says("asdf"))


def test_abuse_is_answered_like_any_words_and_kept(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    told = body(at_category(tipster).says("तुम सब चोर हो"))
    assert told.startswith(varanasi.text("hi", "note.unmatched"))
    assert draft_of(sessions).statements[0].words == "तुम सब चोर हो"


def fifty(tipster: Phone) -> list[int]:
    """Words in a minute, one a second; how many bubbles each brought."""
    answered = []
    for count in range(50):
        tipster.waits(seconds=-9)
        answered.append(len(tipster.says(f"बात {count}")))
    return answered


def test_fifty_in_a_minute_are_kept_and_ten_answered_the_last_with_a_wish_to_wait(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    at_category(tipster)
    assert fifty(tipster) == [1] * AGAIN_AT_MOST + [0] * 40
    assert tipster.shown == Say(varanasi.text("hi", "note.paused"))
    assert len(draft_of(sessions).statements) == 50
    tipster.waits(minutes=1)
    (asked,) = tipster.says("help")
    assert isinstance(asked, Ask)


def test_whoever_moves_on_fast_is_answered(tipster: Phone, sessions: FakeSessions) -> None:
    start = tipster.at
    for _ in range(2):
        files(tipster)
        tipster.at = start + timedelta(seconds=5)
    assert len(sessions.tips) == 2


def test_nobody_is_answered_without_end_but_the_receipt_comes(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(tipster)
    tipster.waits(minutes=2)
    answered = 0
    for count in range(60):
        tipster.waits(seconds=-10)
        answered += len(tipster.says("back" if count % 2 == 0 else "नहीं"))
    assert answered == AT_MOST
    (receipt,) = tipster.sends(Tap("review=send", ""))
    assert isinstance(receipt, Say)
    assert len(sessions.tips) == 1


def test_additions_in_a_flood_are_kept(tipster: Phone, sessions: FakeSessions) -> None:
    tipster.says(files(tipster))
    tipster.taps("add")
    tipster.waits(minutes=2)
    answered = 0
    for count in range(20):
        tipster.waits(seconds=-9)
        answered += len(tipster.says(f"बात {count}"))
    assert (answered, len(sessions.additions)) == (AGAIN_AT_MOST, 20)


def test_stop_is_answered_in_a_flood(tipster: Phone, varanasi: PoliceRange) -> None:
    at_category(tipster)
    fifty(tipster)
    assert body(tipster.says("stop")) == varanasi.text("hi", "note.stopped")


def test_silence_is_left_in_peace(tipster: Phone, sessions: FakeSessions) -> None:
    at_category(tipster)
    sent = len(tipster.outbox.everything)
    tipster.waits(days=3)
    assert len(tipster.outbox.everything) == sent
    assert session_of(tipster, sessions).live_draft(tipster.at, timedelta(hours=24)) is None


def test_a_photo_after_a_flood_is_kept(tipster: Phone, sessions: FakeSessions) -> None:
    at_category(tipster)
    fifty(tipster)
    tipster.waits(seconds=-9)
    assert tipster.sends(PHOTO) == ()
    assert len(draft_of(sessions).exhibits) == 1
