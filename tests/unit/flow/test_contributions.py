"""Whatever a tipster sends is in the tip, or the tipster is told why it is not."""

from dataclasses import replace
from typing import Literal

import pytest

from functions.flow.session import Draft, wire
from satark.identity import MessageRef
from satark.message import (
    Ask,
    AskLocation,
    Content,
    Deleted,
    Edited,
    Media,
    Outgoing,
    Pin,
    Reaction,
    Say,
    Unsupported,
)
from satark.police_range.model import PoliceRange
from satark.tip import Place
from tests.fakes import IntakeFake
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, VOICE, walk_to_review


def draft_of(sessions: FakeSessions) -> Draft:
    (record,) = sessions.values()
    draft = wire.load(record.text).draft
    assert draft
    return draft


def at_category(tipster: Phone, language: str = "hi") -> Phone:
    tipster.says("Hi")
    tipster.taps(language)
    return tipster


def body(replies: tuple[Outgoing, ...]) -> str:
    (reply,) = replies
    assert isinstance(reply, Say | Ask | AskLocation)
    return reply.body


def test_words_that_answer_nothing_are_kept_and_the_question_asked_again(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    asked = at_category(tipster).shown
    (reply,) = tipster.says("वहाँ 21 ट्रक खड़े हैं")
    assert isinstance(reply, Ask)
    assert isinstance(asked, Ask)
    assert reply.options == asked.options
    told = [varanasi.text("hi", key) for key in ("note.unmatched", "step.category.text")]
    assert reply.body == "\n\n".join(told)
    assert [said.words for said in draft_of(sessions).statements] == ["वहाँ 21 ट्रक खड़े हैं"]


def test_21_answers_neither_2_nor_1(tipster: Phone, sessions: FakeSessions) -> None:
    at_category(tipster).says("21")
    assert draft_of(sessions).category is None
    assert [said.words for said in draft_of(sessions).statements] == ["21"]


@pytest.mark.parametrize("steps", range(12))
def test_a_file_at_any_step_is_kept_and_the_question_asked_again(
    tipster: Phone, sessions: FakeSessions, steps: int
) -> None:
    walk_to_review(tipster)
    for _ in range(steps):
        tipster.says("back")
    asked = tipster.shown
    (reply,) = tipster.sends(replace(PHOTO, caption="यह दुकान"))
    assert getattr(reply, "options", ()) == getattr(asked, "options", ())
    (exhibit,) = draft_of(sessions).exhibits
    assert exhibit.evidence.caption == "यह दुकान"


def test_an_album_is_thanked_for_once(tipster: Phone, sessions: FakeSessions) -> None:
    at_category(tipster)
    replies = []
    for count in range(5):
        tipster.at = tipster.at.replace(microsecond=0)
        tipster.waits(seconds=-10)
        replies.append(tipster.sends(replace(PHOTO, media_id=f"m{count}")))
    assert [len(reply) for reply in replies] == [1, 0, 0, 0, 0]
    assert len(draft_of(sessions).exhibits) == 5
    assert len(tipster.sends(PHOTO)) == 1


@pytest.mark.parametrize("state", ["quarantined", "lost"])
def test_a_file_that_nobody_will_see_is_told_even_within_an_album(
    tipster: Phone,
    intake: IntakeFake,
    varanasi: PoliceRange,
    state: Literal["quarantined", "lost"],
) -> None:
    at_category(tipster).sends(PHOTO)
    tipster.waits(seconds=-10)
    intake.state = state
    assert body(tipster.sends(PHOTO)).startswith(varanasi.text("hi", f"note.{state}"))


def test_evidence_is_any_number_of_things_until_done(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    walk_to_review(tipster)
    tipster.says("back")
    tipster.says("back")
    for count, content in enumerate((PHOTO, VOICE, Media("video", "v", "video/mp4", "")), 1):
        assert body(tipster.sends(content)) == varanasi.text("hi", "note.kept", count=count)
    assert body(tipster.says("दो मोटरसाइकिल हैं")) == varanasi.text("hi", "note.kept", count=4)
    tipster.says("बस")
    tipster.says("नहीं")
    tipster.says("भेज दो")
    (tip,) = sessions.tips
    assert [item.media for item in tip.evidence] == ["image", "audio", "video"]
    assert tip.statements == ("दो मोटरसाइकिल हैं",)


def test_a_full_tip_says_so_fetches_nothing_more_and_keeps_captions(
    tipster: Phone, sessions: FakeSessions, intake: IntakeFake, varanasi: PoliceRange
) -> None:
    at_category(tipster)
    room = varanasi.limits.evidence_per_tip
    for _ in range(room):
        tipster.sends(PHOTO)
    replies = tipster.sends(replace(PHOTO, caption="इकतीसवाँ"))
    assert body(replies).startswith(varanasi.text("hi", "note.full"))
    assert (len(draft_of(sessions).exhibits), len(intake.fetched)) == (room, room)
    assert [said.words for said in draft_of(sessions).statements] == ["इकतीसवाँ"]


def test_words_without_room_are_turned_away_whole(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    at_category(tipster)
    length = 4000
    room = varanasi.limits.characters_per_tip // length
    for _ in range(room):
        tipster.says("क" * length)
    assert body(tipster.says("ख" * length)).startswith(varanasi.text("hi", "note.full"))
    assert len(draft_of(sessions).statements) == room


def test_a_pin_anywhere_is_the_place_and_is_not_asked_for_again(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    at_category(tipster)
    assert body(tipster.sends(Pin(25.4, 83.5))).startswith(varanasi.text("hi", "note.place_kept"))
    tipster.sends(Pin(26.1, 82.7, "Shahganj"))
    assert draft_of(sessions).place == Place("", 25.4, 83.5)
    assert [said.words for said in draft_of(sessions).statements] == ["📍 26.1, 82.7, Shahganj"]
    for choice in ("liquor", "sold", "country", "few", "ghazipur", "unknown"):
        tipster.taps(choice)
    assert isinstance(tipster.shown, Ask)
    assert tipster.shown.options[0].id == "when=now"


def test_an_edit_replaces_what_its_message_said(tipster: Phone, sessions: FakeSessions) -> None:
    at_category(tipster).says("लाल ट्रक")
    assert tipster.last
    first = tipster.last.ref
    tipster.says("रात में")
    tipster.sends(Edited("नीला ट्रक"), quotes=first)
    tipster.sends(Edited("और यह भी"), quotes=MessageRef("an answer to a menu"))
    words = [said.words for said in draft_of(sessions).statements]
    assert words == ["नीला ट्रक", "रात में", "और यह भी"]


@pytest.mark.parametrize("content", [PHOTO, "लाल ट्रक"])
def test_a_deleted_message_is_taken_back(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, content: Content | str
) -> None:
    at_category(tipster)
    tipster.says(content) if isinstance(content, str) else tipster.sends(content)
    assert tipster.last
    sent = tipster.last.ref
    replies = tipster.sends(Deleted(), quotes=sent)
    assert body(replies).startswith(varanasi.text("hi", "note.taken_back"))
    assert (draft_of(sessions).statements, draft_of(sessions).exhibits) == ((), ())
    assert tipster.sends(Deleted(), quotes=sent) == ()


def test_what_we_do_not_take_is_told(tipster: Phone, varanasi: PoliceRange) -> None:
    at_category(tipster)
    for kind in ("contacts", "poll", "order"):
        replies = tipster.sends(Unsupported(kind))
        assert body(replies).startswith(varanasi.text("hi", "note.unsupported"))


def test_a_reaction_says_nothing_and_is_answered_by_nothing(
    tipster: Phone, sessions: FakeSessions
) -> None:
    at_category(tipster)
    before = draft_of(sessions)
    assert tipster.sends(Reaction("👍")) == ()
    assert draft_of(sessions) == before


def test_where_women_or_children_are_concerned_no_private_pictures_are_asked_for(
    tipster: Phone, varanasi: PoliceRange
) -> None:
    protecting = next(category.id for category in varanasi.categories if category.protects)
    at_category(tipster, "en").taps(protecting)
    while tipster.options[0].id.startswith("questions/"):
        tipster.taps("unknown")
    tipster.taps("jaunpur")
    tipster.taps("unknown")
    tipster.says("skip")
    tipster.taps("today")
    assert isinstance(tipster.shown, Ask)
    assert tipster.shown.body.endswith(varanasi.text("en", "note.protected_media"))


def test_the_review_quotes_a_long_place_in_part_and_the_tip_has_it_whole(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walk_to_review(tipster)
    for _ in range(4):
        tipster.says("back")
    place = "पुराने पुल से आगे बाएँ\nहाथ पर " * 30
    tipster.says(place)
    for choice in ("today", "done", "no"):
        tipster.taps(choice)
    assert isinstance(tipster.shown, Ask)
    (line,) = [line for line in tipster.shown.body.splitlines() if line.startswith("📍")]
    assert line.endswith("…")
    assert len(line) <= 130
    tipster.taps("send")
    assert sessions.tips[0].place.words == place.strip()
