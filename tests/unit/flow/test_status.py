"""How a tip stands, for whoever has its receipt; and nothing for whoever guesses."""

from dataclasses import replace

import pytest

from satark.case import DeadlinePassed, OfficerActed, OfficerReported, Status
from satark.message import Ask, Say, Text
from satark.police_range.model import PoliceRange
from tests.unit.flow.filed import OFFICER, body, case_of, files, head, officer, session_of
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_contributions import draft_of
from tests.unit.flow.test_road import walk_to_review

DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
STEPS = 12


def stranger(tipster: Phone, name: str = "stranger") -> Phone:
    return Phone(tipster.flow, name, at=tipster.at)


@pytest.mark.parametrize(
    "written",
    [
        lambda code: code,
        lambda code: code.replace(" ", ""),
        lambda code: code.replace(" ", "-"),
        lambda code: code.replace(" ", "\n"),
        lambda code: code.translate(DEVANAGARI),
        lambda code: f"*{code}*",
        lambda code: f"रसीद नंबर: {code}",
        lambda code: f"status {code}",
        lambda code: " ".join(code.replace(" ", "")),
    ],
)
def test_the_code_in_any_writing_from_any_phone_tells_how_it_stands(
    tipster: Phone, varanasi: PoliceRange, written: object
) -> None:
    code = files(tipster)
    assert callable(written)
    (told,) = stranger(tipster).says(written(code))
    assert isinstance(told, Ask)
    for language in varanasi.languages:
        assert varanasi.text(language, "update.received") in told.body
        assert varanasi.text(language, "filed.offer") in told.body
    assert [option.title for option in told.options] == ["1. हाँ / Yes", "2. नहीं / No"]


@pytest.mark.parametrize(
    ("happened", "status"),
    [
        ((), "received"),
        ((OfficerActed(OFFICER, "accepted"),), "accepted"),
        ((OfficerReported(OFFICER, "पकड़ा गया"),), "action_taken"),
        ((OfficerActed(OFFICER, "nothing_found"),), "closed"),
    ],
)
def test_each_status_is_told_in_its_own_words_and_nothing_of_the_case(
    tipster: Phone,
    sessions: FakeSessions,
    varanasi: PoliceRange,
    happened: tuple[OfficerActed | OfficerReported, ...],
    status: Status,
) -> None:
    code = files(tipster)
    for what in happened:
        officer(sessions, what)
    told = body(stranger(tipster).says(code))
    texts = {varanasi.text(name, f"update.{status}") for name in varanasi.languages}
    offer = {varanasi.text(name, "filed.offer") for name in varanasi.languages}
    assert set(told.split("\n\n")) == texts | offer


@pytest.mark.parametrize("step", range(STEPS))
def test_at_any_step_the_draft_waits(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, step: int
) -> None:
    code = files(tipster)
    other = stranger(tipster)
    walk_to_review(other, language="en")
    for _ in range(step):
        other.says("back")
    asked, before = other.shown, session_of(other, sessions).draft
    told = body(other.says(code))
    assert told == "\n\n".join(
        varanasi.text("en", key) for key in ("update.received", "filed.offer")
    )
    replies = other.taps("leave")
    left = varanasi.text("en", "filed.left")
    assert body(replies[-1:]).startswith(left) or body(replies[:1]) == left
    assert session_of(other, sessions).draft == before
    assert getattr(replies[-1], "options", ()) == getattr(asked, "options", ())


@pytest.mark.parametrize("word", ["status", "स्थिति", "रसीद", "हाल", "Receipt number"])
def test_the_word_alone_asks_for_the_code(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, word: str
) -> None:
    texts = [varanasi.text(language, "filed.ask_code") for language in varanasi.languages]
    assert tipster.says(word) == (Say("\n\n".join(texts)),)
    assert session_of(tipster, sessions).draft is None
    tipster.says("Hi")
    tipster.taps("en")
    assert body(tipster.says(word)).startswith(varanasi.text("en", "filed.ask_code"))
    assert draft_of(sessions).statements == ()


def test_what_was_never_a_code_and_what_is_one_no_more_are_answered_alike(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    code = files(tipster)
    never = stranger(tipster).says("1234 5678 9012 3456")
    sessions.filings.clear()
    expired = stranger(tipster, "another").says(code)
    texts = [varanasi.text(language, "filed.unknown") for language in varanasi.languages]
    assert never == expired == (Say("\n\n".join(texts)),)


def test_guesses_are_bounded_and_then_not_even_looked_up(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    code = files(tipster)
    guesser = stranger(tipster)
    for guess in range(5):
        assert varanasi.text("hi", "filed.unknown") in body(guesser.says(f"{guess:016}"))
    before = sessions.lookups
    assert varanasi.text("hi", "filed.wait") in body(guesser.says(code))
    assert sessions.lookups == before
    guesser.waits(minutes=60)
    assert varanasi.text("hi", "update.received") in body(guesser.says(code))


@pytest.mark.parametrize("words", ["1234567890123", "12345678901234567", "कार 1234567890123456"])
def test_other_numbers_are_words(tipster: Phone, sessions: FakeSessions, words: str) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    tipster.says(words)
    assert [said.words for said in draft_of(sessions).statements] == [words]


def test_after_the_last_word_nothing_joins_the_sender_to_the_case(
    tipster: Phone, sessions: FakeSessions
) -> None:
    code = files(tipster)
    tipster.says(code)
    assert case_of(sessions) in "".join(record.text for record in sessions.values())
    tipster.taps("leave")
    assert case_of(sessions) not in "".join(record.text for record in sessions.values())
    assert code not in "".join(record.text for record in sessions.values())


def test_a_redelivered_code_is_answered_the_same(tipster: Phone, sessions: FakeSessions) -> None:
    code = files(tipster)
    told = tipster.says(code)
    before = dict(sessions)
    assert tipster.last
    assert tipster.delivers(tipster.last) == told
    assert dict(sessions) == before


def test_start_again_and_hello_leave_a_filed_tip_as_it_is(
    tipster: Phone, sessions: FakeSessions
) -> None:
    code = files(tipster)
    greeting = stranger(tipster).says("Hi")
    for words in ("restart", "शुरू", "back", "Hi"):
        tipster.says(code)
        tipster.says(words)
    assert tipster.says("Hi") == greeting
    assert len(sessions.events[case_of(sessions)]) == 1


def test_a_receipt_may_be_quoted(tipster: Phone, sessions: FakeSessions) -> None:
    files(tipster)
    sent = tipster.outbox.accepted[-1]
    assert sent.case_id == case_of(sessions)
    assert replace(sent, case_id=None).case_id is None
    assert all(other.case_id is None for other in tipster.outbox.accepted[:-1])


def test_a_code_inside_other_words_stays_words(tipster: Phone, sessions: FakeSessions) -> None:
    code = files(tipster)
    tipster.sends(Text(f"मेरे पास {code} है"))
    session = session_of(tipster, sessions)
    assert session.matter is None
    assert session.draft


@pytest.mark.parametrize("step", [1, 2, 3])
def test_once_it_was_passed_up_whoever_asks_hears_not_yet(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, step: int
) -> None:
    code = files(tipster)
    for passed in range(1, step + 1):
        officer(sessions, DeadlinePassed("accept", passed))
    late = varanasi.text("hi", "update.late_received")
    assert (late in body(tipster.says(code))) == (step > 1)


def test_what_the_tipster_adds_leaves_the_deadline_and_that_it_was_passed_up(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    code = files(tipster)
    for passed in (1, 2):
        officer(sessions, DeadlinePassed("accept", passed))
    before = head(sessions).standing
    tipster.says(code)
    tipster.says("अब भी वहीं हैं")
    assert sessions.additions
    assert head(sessions).standing == before
    assert varanasi.text("hi", "update.late_received") in body(tipster.says(code))


def test_work_that_has_begun_and_is_late_is_told_in_its_own_words(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    code = files(tipster)
    officer(sessions, OfficerActed(OFFICER, "accepted"))
    for passed in (1, 2):
        officer(sessions, DeadlinePassed("report", passed))
    assert varanasi.text("hi", "update.late_accepted") in body(tipster.says(code))
    officer(sessions, OfficerReported(OFFICER, "पकड़ा गया"))
    assert varanasi.text("hi", "update.action_taken") in body(tipster.says(code))
