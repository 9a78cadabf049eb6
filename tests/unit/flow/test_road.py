"""The road from "Hi" to the receipt, in every way of walking it."""

import re

import pytest

from satark.message import Ask, AskLocation, Media, Pin, Say, Tap
from satark.police_range.model import PoliceRange
from satark.tip import Answer, Conflict, Place
from tests.unit.flow.phone import FakeSessions, Phone, onward

PHOTO = Media("image", "m1", "image/jpeg", "")
VOICE = Media("audio", "m2", "audio/ogg; codecs=opus", "", voice=True)


def walk_to_review(tipster: Phone, *, language: str = "hi") -> None:
    tipster.says("Hi")
    for choice in (language, "liquor", "sold", "country", "few", "ghazipur"):
        tipster.taps(choice)
    tipster.says("jamaniya")
    tipster.says("पुल के पास")
    for choice in ("regularly", "done", "no"):
        tipster.taps(choice)


@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_tip_by_taps(tipster: Phone, sessions: FakeSessions, language: str) -> None:
    walk_to_review(tipster, language=language)
    (receipt,) = tipster.taps("send")
    (filing,), (tip,) = sessions.filings, sessions.tips
    assert (tip.language, tip.category, tip.when) == (language, "liquor", "regularly")
    assert (tip.district, tip.thana) == ("ghazipur", "ghazipur/zamania")
    assert tip.answers == (
        Answer("activity", "sold"),
        Answer("kind", "country"),
        Answer("people", "few"),
    )
    assert tip.place == Place("पुल के पास")
    assert (tip.statements, tip.evidence, tip.conflict) == ((), (), Conflict.NONE)
    assert isinstance(receipt, Say)
    assert re.search(r"\*\d{4} \d{4} \d{4} \d{4}\*", receipt.body)
    assert tip.range_version == tipster.flow.police_range.version
    assert tip.filed_at == filing.opened_at == filing.event.at == tipster.at
    assert filing.address == tipster.sender.address


def test_how_many_messages_and_taps_it_takes(tipster: Phone) -> None:
    """Thirteen from the tipster and as many from us, one bubble each. Keep it so, or fewer."""
    walk_to_review(tipster)
    tipster.taps("send")
    ours = [bubble for bubble in tipster.chat if isinstance(bubble, Say | Ask | AskLocation)]
    assert (len(tipster.chat) - len(ours), len(ours)) == (13, 13)


def test_a_tip_by_typed_numbers_and_words_alone(tipster: Phone, sessions: FakeSessions) -> None:
    for words in ("नमस्ते", "2", "१२", "एक", "ek", "two", "पता नहीं", "don't know"):
        tipster.says(words)
    for words in ("today", "ho gaya", "send"):
        tipster.says(words)
    tip = sessions.tips[0]
    assert (tip.language, tip.category, tip.thana, tip.when) == (
        "en",
        "police_corruption",
        None,
        "today",
    )


@pytest.mark.parametrize(
    ("category", "police", "conflict"),
    [
        ("liquor", "no", Conflict.NONE),
        ("liquor", "unknown", Conflict.NONE),
        ("liquor", "station", Conflict.STATION),
        ("liquor", "senior", Conflict.DISTRICT),
        ("police_corruption", "", Conflict.STATION),
    ],
)
def test_the_gravest_conflict_counts(
    tipster: Phone, sessions: FakeSessions, category: str, police: str, conflict: Conflict
) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    if category == "police_corruption":
        tipster.taps("#1")
    tipster.taps(category)
    while tipster.options[0].id.startswith("questions/"):
        tipster.taps("unknown")
    for choice in ("jaunpur", "unknown"):
        tipster.taps(choice)
    tipster.says("पता नहीं")
    for choice in ("today", "done", police, "send"):
        if choice:
            tipster.taps(choice)
    assert sessions.tips[0].conflict is conflict


def test_a_tip_about_the_police_is_not_asked_whether_it_is(tipster: Phone) -> None:
    asked: list[str] = []
    for words in ("Hi", "1", "police_corruption"):
        tipster.says(words)
    tipster.sends(Tap("category=police_corruption", ""))
    while not isinstance(tipster.shown, Say) and len(asked) < 30:
        asked.append(_position(tipster))
        tap = onward(tipster)
        tipster.sends(tap) if tap else tipster.says("skip")
    assert asked[-2:] == ["evidence", "review"]


def test_the_place_in_voice_or_as_a_pin(tipster: Phone, sessions: FakeSessions) -> None:
    walk_to_review(tipster)
    for _ in range(3):
        tipster.says("पीछे")
    tipster.says("पीछे")
    assert isinstance(tipster.shown, AskLocation)
    tipster.sends(Pin(25.42, 83.56, "Zamania Bridge"))
    tipster.says("पीछे")
    tipster.sends(VOICE)
    for choice in ("today", "done", "no", "send"):
        tipster.taps(choice)
    tip = sessions.tips[0]
    assert tip.place == Place("पुल के पास", 25.42, 83.56)
    assert tip.evidence[0].voice
    assert tip.evidence[0].caption == "📍 बोलकर बताई हुई जगह"


def test_a_likely_thana_is_confirmed(tipster: Phone, varanasi: PoliceRange) -> None:
    tipster.says("Hi")
    for choice in ("en", "liquor", "sold", "country", "few", "chandauli"):
        tipster.taps(choice)
    (guess,) = tipster.says("balwa")
    assert isinstance(guess, Ask)
    assert guess.body == varanasi.text("en", "note.thana_guess", thana="Baluwa")
    assert guess.options[0].title == "1. Yes"
    (listed,) = tipster.says("no")
    assert isinstance(listed, Ask)
    assert len(listed.options) == 10
    tipster.says("balwa")
    (place,) = tipster.says("हाँ")
    assert isinstance(place, AskLocation)


def test_a_thana_from_the_list_by_a_number_of_another_page(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    tipster.says("Hi")
    for choice in ("en", "liquor", "sold", "country", "few", "jaunpur", "list"):
        tipster.taps(choice)
    tipster.says("more")
    tipster.says("27")
    tipster.says("skip")
    for choice in ("today", "done", "no", "send"):
        tipster.taps(choice)
    thana = varanasi.thanas_of("jaunpur")[26].id
    assert sessions.tips[0].thana == thana


def test_an_older_question_may_be_answered_anew(tipster: Phone, sessions: FakeSessions) -> None:
    """A second tap on an older bubble changes that answer, and the dialogue goes on from there."""
    walk_to_review(tipster)
    older = next(
        b for b in tipster.chat if isinstance(b, Ask) and b.options[0].id.startswith("when=")
    )
    tipster.chat.append(older)
    tipster.taps("now")
    assert isinstance(tipster.shown, Ask)
    assert tipster.shown.options[0].id == "review=send"
    tipster.taps("send")
    assert sessions.tips[0].when == "now"


def test_another_category_asks_its_own_questions(tipster: Phone, sessions: FakeSessions) -> None:
    walk_to_review(tipster)
    older = next(
        b for b in tipster.chat if isinstance(b, Ask) and b.options[0].id == "category=cattle"
    )
    tipster.chat.append(older)
    tipster.taps("cattle")
    asked = []
    while tipster.options[0].id.startswith("questions/"):
        asked.append(tipster.options[0].id.partition("=")[0].partition("/")[2])
        tipster.taps("unknown")
    tipster.taps("send")
    tip = sessions.tips[0]
    assert (tip.category, [answer.question for answer in tip.answers]) == ("cattle", asked)
    assert {answer.choice for answer in tip.answers} == {"unknown"}


def test_another_district_asks_for_its_thana(tipster: Phone) -> None:
    walk_to_review(tipster)
    older = next(
        b for b in tipster.chat if isinstance(b, Ask) and b.options[0].id == "district=jaunpur"
    )
    tipster.chat.append(older)
    tipster.taps("jaunpur")
    assert tipster.options[0].id == "thana=list"


def test_going_back_walks_each_question_once(tipster: Phone) -> None:
    walk_to_review(tipster)
    asked = [_position(tipster)]
    while asked[-1] != "language":
        tipster.says("back")
        asked.append(_position(tipster))
    walked = ["language", "category", "questions/activity", "questions/kind"]
    walked += ["questions/people", "district", "thana", "place", "when", "evidence", "police"]
    assert asked == ["review", *reversed(walked)]
    tipster.says("back")
    assert _position(tipster) == "language"


def _position(tipster: Phone) -> str:
    return tipster.options[0].id.partition("=")[0] if tipster.options else "place"


@pytest.mark.parametrize(
    "tap", ["review=send", "when=today", "questions/activity=made", "x", "=", ""]
)
def test_a_tap_from_another_tips_chat_answers_nothing(
    tipster: Phone, sessions: FakeSessions, tap: str
) -> None:
    for words in ("Hi", "1", "1"):
        tipster.says(words)
    asked = tipster.shown
    assert tipster.sends(Tap(tap, "")) == (asked,)
    walk_on = [Tap("category=liquor", ""), Tap("questions/activity=sold", "")]
    for step in walk_on:
        tipster.sends(step)
    assert isinstance(tipster.shown, Ask)
    assert tipster.shown.options[0].id == "questions/kind=country"
    assert sessions.filings == []
