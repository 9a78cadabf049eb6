"""Help, back and start again work at every step, in every spelling of every language."""

import pytest

from functions.flow.commands import command
from satark.message import Ask, AskLocation, Outgoing, Say
from satark.police_range.model import PoliceRange
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_contributions import draft_of
from tests.unit.flow.test_road import walk_to_review

STEPS = 12
LANGUAGES = ["hi", "en"]


def at(tipster: Phone, language: str, steps_from_the_end: int) -> Phone:
    walk_to_review(tipster, language=language)
    for _ in range(steps_from_the_end):
        tipster.says("back")
    return tipster


def spelt(name: str, step: int, police_range: PoliceRange) -> str:
    """Another spelling at each step."""
    spellings = police_range.words[name]
    return spellings[step % len(spellings)]


def body_of(outgoing: Outgoing) -> str:
    assert isinstance(outgoing, Say | Ask | AskLocation)
    return outgoing.body


def options(outgoing: Outgoing) -> object:
    return outgoing.options if isinstance(outgoing, Ask) else type(outgoing)


@pytest.mark.parametrize("name", ["help", "back", "restart"])
def test_every_spelling_is_the_command(varanasi: PoliceRange, name: str) -> None:
    for spelling in varanasi.words[name]:
        for typed in (spelling, spelling.upper(), f" {spelling}! ", f"*{spelling}*"):
            assert command(typed, varanasi) == name
        assert command(f"{spelling} 7", varanasi) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", range(STEPS))
def test_help_helps_and_asks_again(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, language: str, step: int
) -> None:
    asked, before = at(tipster, language, step).shown, draft_of(sessions)
    *_, last = replies = tipster.says(spelt("help", step, varanasi))
    assert body_of(replies[0]).startswith(varanasi.text(language, "note.help"))
    assert options(last) == options(asked)
    assert draft_of(sessions) == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", range(STEPS - 1))
def test_back_asks_the_question_before(
    tipster: Phone, varanasi: PoliceRange, language: str, step: int
) -> None:
    walk_to_review(tipster, language=language)
    asked = [b for b in tipster.chat if isinstance(b, Ask | AskLocation)]
    for _ in range(step):
        tipster.says("back")
    (before,) = tipster.says(spelt("back", step, varanasi))
    assert (body_of(before), options(before)) == (
        asked[-2 - step].body,
        options(asked[-2 - step]),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", range(STEPS))
def test_start_again_forgets_all_and_says_so(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, language: str, step: int
) -> None:
    at(tipster, language, step).says("एक बात")
    *_, last = replies = tipster.says(spelt("restart", step, varanasi))
    assert body_of(replies[0]).startswith(varanasi.text(language, "note.restarted"))
    (greeting,) = Phone(tipster.flow, name="greeted").says("Hi")
    assert options(last) == options(greeting)
    assert [record for record in sessions.values() if "एक बात" in record.text] == []


def test_the_review_offers_back_and_start_again_as_taps(tipster: Phone) -> None:
    walk_to_review(tipster)
    (police,) = tipster.taps("back")
    assert isinstance(police, Ask)
    assert police.options[0].id == "police=no"
    (review,) = tipster.taps("no")
    assert isinstance(review, Ask)
    assert [option.id for option in review.options] == [
        "review=send",
        "review=back",
        "review=restart",
    ]
    greeting = Phone(tipster.flow, name="greeted").says("Hi")
    assert tipster.taps("restart") == greeting


@pytest.mark.parametrize("step", range(STEPS))
def test_hello_in_the_middle_asks_again(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange, step: int
) -> None:
    asked, before = at(tipster, "hi", step).shown, draft_of(sessions)
    assert tipster.says(spelt("greeting", step, varanasi)) == (asked,)
    assert draft_of(sessions) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_stands_above_the_question_after_it(
    tipster: Phone, varanasi: PoliceRange, language: str
) -> None:
    tipster.says("Hi")
    (asked,) = tipster.taps(language)
    notice, question = (varanasi.text(language, f"step.{s}.text") for s in ("notice", "category"))
    assert body_of(asked) == f"{notice}\n\n{question}"
    (page,) = tipster.taps("#1")
    assert body_of(page) == question
    (helped,) = tipster.says("help")
    assert notice not in body_of(helped)
