"""What is added to a filed tip: by code, by quote, or as the answer to an officer's question."""

from dataclasses import replace
from typing import Literal

import pytest

from satark.case import OfficerActed, OfficerAsked, TipExtended
from satark.identity import MessageRef
from satark.message import Ask, Content, Deleted, Edited, Pin, Reaction, Tap, Text, Unsupported
from satark.police_range.model import PoliceRange
from tests.fakes import DeliveryBook, IntakeFake
from tests.unit.flow.filed import (
    OFFICER,
    body,
    case_of,
    files,
    officer,
    presses,
    quoting,
    session_of,
    updated,
)
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, VOICE, walk_to_review


def both(varanasi: PoliceRange, key: str) -> str:
    return "\n\n".join(varanasi.text(language, key) for language in varanasi.languages)


@pytest.fixture
def adding(tipster: Phone) -> Phone:
    """Came back by the code, and said yes."""
    code = files(tipster)
    tipster.says(code)
    tipster.taps("add")
    return tipster


def test_whatever_comes_is_added_at_once_until_done(
    adding: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    assert adding.shown.body == both(varanasi, "filed.adding")
    for content in (Text("दो लोग और हैं"), PHOTO, VOICE, Pin(25.4, 83.5, "पुल")):
        (thanks,) = adding.sends(content)
        assert isinstance(thanks, Ask)
        assert thanks.body == both(varanasi, "filed.added")
        assert [option.title for option in thanks.options] == ["हो गया / Done"]
    words, photo, voice, pin = sessions.additions
    assert words == TipExtended("दो लोग और हैं")
    assert photo.evidence
    assert voice.evidence
    assert (photo.evidence.key, voice.evidence.voice) == ("kept/m1", True)
    assert pin == TipExtended("📍 25.4, 83.5, पुल")
    assert body(adding.taps("done")) == both(varanasi, "filed.thanks")
    assert session_of(adding, sessions).matter is None
    greeting = Phone(adding.flow, "greeted", at=adding.at).says("Hi")
    assert adding.says("Hi") == greeting


@pytest.mark.parametrize(
    ("words", "added"),
    [("हाँ", 0), ("1", 0), ("वह आदमी लंबा है", 1), ("2", None), ("नहीं", None), ("7", 0)],
)
def test_an_offer_is_answered_by_tap_number_word_or_by_adding(
    tipster: Phone, sessions: FakeSessions, words: str, added: int | None
) -> None:
    code = files(tipster)
    tipster.says(code)
    tipster.says(words)
    matter = session_of(tipster, sessions).matter
    assert (matter.added if matter else None) == added
    assert len(sessions.additions) == (added or 0)


def test_a_quoted_update_takes_what_is_said_and_the_rest_follows(
    tipster: Phone, sessions: FakeSessions, deliveries: DeliveryBook, varanasi: PoliceRange
) -> None:
    files(tipster)
    updated(sessions, deliveries)
    first, case_id = case_of(sessions), case_of(sessions)
    files(tipster)
    assert body(quoting(tipster, "आज फिर आए थे")) == both(varanasi, "filed.added")
    tipster.says("सफ़ेद गाड़ी में")
    assert [what.words for what in sessions.additions] == ["आज फिर आए थे", "सफ़ेद गाड़ी में"]
    assert [event.case_id for event in sessions.events[case_id][1:]] == [first, first]


def test_quoting_in_the_middle_of_another_tip_leaves_that_one_waiting(
    tipster: Phone, sessions: FakeSessions, deliveries: DeliveryBook, varanasi: PoliceRange
) -> None:
    files(tipster)
    updated(sessions, deliveries)
    walk_to_review(tipster, language="en")
    before = session_of(tipster, sessions).draft
    assert body(quoting(tipster, "one more thing")) == varanasi.text("en", "filed.added")
    (review,) = tipster.taps("done")
    assert isinstance(review, Ask)
    assert review.body.startswith(varanasi.text("en", "filed.thanks"))
    assert review.options[0].id == "review=send"
    assert session_of(tipster, sessions).draft == before


def test_a_quote_of_anything_else_is_no_quote(
    tipster: Phone, sessions: FakeSessions, deliveries: DeliveryBook
) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    quoting(tipster, "यहाँ रोज़ बिकती है", MessageRef("a question of the dialogue"))
    draft = session_of(tipster, sessions).draft
    assert draft
    assert [said.words for said in draft.statements] == ["यहाँ रोज़ बिकती है"]
    assert deliveries.intents == {}


@pytest.mark.parametrize(("title", "language"), [("जवाब दें", "hi"), ("Answer", "en")])
def test_a_question_is_gone_into_in_the_language_of_its_button(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, title: str, language: str
) -> None:
    files(tipster)
    asked = officer(sessions, OfficerAsked(OFFICER, "गाड़ी का रंग?"))
    (invited,) = presses(tipster, f"answer:{asked.id}", title)
    assert isinstance(invited, Ask)
    assert invited.body == varanasi.text(language, "filed.answering")
    tipster.says("लाल")
    assert body(tipster.says("बस")) == varanasi.text(language, "filed.thanks")


@pytest.mark.parametrize("answer", ["नहीं", "हाँ", "2", "लाल गाड़ी"])
def test_the_answer_to_a_question_carries_its_id_and_may_be_no(
    tipster: Phone, sessions: FakeSessions, answer: str
) -> None:
    files(tipster)
    asked = officer(sessions, OfficerAsked(OFFICER, "गाड़ी का रंग?"))
    presses(tipster, f"answer:{asked.id}", "जवाब दें")
    tipster.says(answer)
    tipster.says("और भी")
    assert [(what.words, what.answers) for what in sessions.additions] == [
        (answer, asked.id),
        ("और भी", asked.id),
    ]


def test_whoever_would_rather_not_answer_is_left_in_peace(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    files(tipster)
    asked = officer(sessions, OfficerAsked(OFFICER, "गाड़ी का रंग?"))
    told = presses(tipster, f"decline:{asked.id}", "जवाब नहीं देना")
    assert body(told) == varanasi.text("hi", "filed.left")
    assert sessions.additions == []
    assert session_of(tipster, sessions).matter is None


def test_a_closed_case_still_takes_more(
    tipster: Phone, sessions: FakeSessions, deliveries: DeliveryBook
) -> None:
    files(tipster)
    officer(sessions, OfficerActed(OFFICER, "closed"))
    updated(sessions, deliveries)
    quoting(tipster, "फिर से शुरू हो गया")
    assert [what.words for what in sessions.additions] == ["फिर से शुरू हो गया"]


def test_where_an_officer_acts_meanwhile_it_is_added_behind(
    adding: Phone, sessions: FakeSessions
) -> None:
    before = sessions.head

    def interrupted(case_id: str) -> object:
        found = before(case_id)
        del sessions.__dict__["head"]
        officer(sessions, OfficerActed(OFFICER, "accepted"))
        return found

    sessions.__dict__["head"] = interrupted
    adding.says("और एक बात")
    kinds = [event.what.kind for event in sessions.events[case_of(sessions)]]
    assert kinds == ["tip_filed", "officer_acted", "tip_extended"]


def test_a_redelivered_addition_is_added_once(adding: Phone, sessions: FakeSessions) -> None:
    replies = adding.says("और एक बात")
    assert adding.last
    assert adding.delivers(adding.last) == replies
    assert len(sessions.additions) == 1


def test_after_sixty_idle_minutes_it_is_over(adding: Phone, sessions: FakeSessions) -> None:
    adding.waits(minutes=59)
    adding.says("अब भी")
    adding.waits(minutes=60)
    greeting = Phone(adding.flow, "greeted", at=adding.at).says("यहाँ जुआ होता है")
    assert adding.says("यहाँ जुआ होता है") == greeting
    assert [what.words for what in sessions.additions] == ["अब भी"]
    assert session_of(adding, sessions).matter is None


@pytest.mark.parametrize("tap", ["filed:add", "filed:leave", "filed:done", "speak:en"])
def test_buttons_of_what_is_over_are_answered(
    tipster: Phone, sessions: FakeSessions, tap: str
) -> None:
    assert len(tipster.sends(Tap(tap, ""))) == 1
    assert session_of(tipster, sessions).matter is None


def test_an_album_is_thanked_for_once(adding: Phone, sessions: FakeSessions) -> None:
    replies = []
    for count in range(5):
        adding.waits(seconds=-10)
        replies.append(adding.sends(replace(PHOTO, media_id=f"m{count}")))
    assert [len(reply) for reply in replies] == [1, 0, 0, 0, 0]
    assert len(sessions.additions) == 5


@pytest.mark.parametrize("state", ["quarantined", "lost"])
def test_a_file_that_nobody_will_see_is_told_and_is_on_the_case(
    adding: Phone,
    sessions: FakeSessions,
    intake: IntakeFake,
    varanasi: PoliceRange,
    state: Literal["quarantined", "lost"],
) -> None:
    intake.state = state
    assert varanasi.text("hi", f"note.{state}") in body(adding.sends(PHOTO))
    (added,) = sessions.additions
    assert added.evidence
    assert added.evidence.state == state


def test_too_much_is_told_and_not_fetched(
    adding: Phone, sessions: FakeSessions, intake: IntakeFake, varanasi: PoliceRange
) -> None:
    room = varanasi.limits.evidence_per_tip
    for _ in range(room):
        adding.sends(PHOTO)
    assert varanasi.text("hi", "note.full") in body(adding.sends(PHOTO))
    assert (len(sessions.additions), len(intake.fetched)) == (room, room)


BESIDE: list[tuple[Content, str | None]] = [
    (Reaction("👍"), None),
    (Unsupported("contacts"), "note.unsupported"),
    (Unsupported("poll"), "note.unsupported"),
    (Deleted(), "filed.final"),
    (Text("help"), "note.help"),
    (Text("भाषा"), "step.language.text"),
    (Text("धन्यवाद"), "filed.adding"),
]


@pytest.mark.parametrize(("content", "key"), BESIDE, ids=str)
def test_what_is_no_addition_is_answered_and_adds_nothing(
    adding: Phone,
    sessions: FakeSessions,
    varanasi: PoliceRange,
    content: Content,
    key: str | None,
) -> None:
    replies = adding.sends(content, quotes=MessageRef("an old one"))
    told = [getattr(reply, "body", "") for reply in replies]
    assert bool(replies) is (key is not None)
    assert key is None or any(varanasi.text("hi", key) in words for words in told)
    assert sessions.additions == []
    assert session_of(adding, sessions).matter


def test_new_words_for_an_old_message_are_added_too(adding: Phone, sessions: FakeSessions) -> None:
    adding.says("लाल गाड़ी")
    assert adding.last
    adding.sends(Edited("नीली गाड़ी"), quotes=adding.last.ref)
    assert [what.words for what in sessions.additions] == ["लाल गाड़ी", "नीली गाड़ी"]


@pytest.mark.parametrize("words", ["english", "भाषा"])
def test_the_language_changes_here_too(adding: Phone, varanasi: PoliceRange, words: str) -> None:
    adding.says(words)
    if words == "भाषा":
        adding.taps("en")
    assert adding.shown.body == varanasi.text("en", "filed.adding")
    assert body(adding.says("one more")) == varanasi.text("en", "filed.added")


def test_thanks_under_an_update_are_no_addition(
    tipster: Phone, sessions: FakeSessions, deliveries: DeliveryBook, varanasi: PoliceRange
) -> None:
    files(tipster)
    updated(sessions, deliveries)
    told = body(quoting(tipster, "धन्यवाद"))
    assert varanasi.text("hi", "update.received") in told
    assert sessions.additions == []
