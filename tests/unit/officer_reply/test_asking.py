"""An officer's question to the tipster: by tap or in one go, refused or sent."""

from datetime import timedelta

import pytest

from satark.case import OfficerAsked
from satark.command.questions import LONGEST, check
from satark.message import Tap
from tests.samples import varanasi
from tests.unit.officer_reply.reading_back import body, text
from tests.unit.officer_reply.station import ONE, TWO, Station, message

NUMBER = "4829-1376"
GOOD = "ट्रक किस रंग का है?"


def refusal(reason: str) -> str:
    why, example = text(f"question_{reason}"), text("question_example")
    return text("question_refused", why=why, example=example)


def test_after_the_tap_the_next_words_are_the_question() -> None:
    station = Station().file(ONE, TWO)
    asked = station.receive(message(Tap(f"ask:{ONE}", "")))
    assert body(asked) == text("ask_how", number=NUMBER, example=text("question_example"))
    replies = station.receive(message(GOOD, ref="m2"))
    assert station.recorded(ONE) == [OfficerAsked("sho", GOOD)]
    assert station.recorded(TWO) == []
    assert body(replies) == text("question_sent", number=NUMBER)


def test_the_example_that_we_give_is_itself_a_good_question() -> None:
    for language in varanasi().languages:
        example = text("question_example", language)
        assert check(example, varanasi().questions, varanasi().numbers) is None


@pytest.mark.parametrize(
    "words",
    [f"पूछें {NUMBER}: {GOOD}", f"Ask 48291376:  {GOOD}", f"sawal {NUMBER} : {GOOD}"],
)
def test_a_question_in_one_go_needs_no_tap(words: str) -> None:
    station = Station().file(ONE, TWO)
    station.receive(message(words))
    assert station.recorded(ONE) == [OfficerAsked("sho", GOOD)]


def test_a_question_in_one_go_without_a_number_waits_for_its_tip() -> None:
    station = Station().file(ONE, TWO)
    station.receive(message(f"ask: {GOOD}"))
    station.receive(message(Tap(f"file:{TWO}", ""), ref="m2"))
    assert station.recorded(TWO) == [OfficerAsked("sho", GOOD)]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("आपका नाम क्या है?", "name"),
        ("अपना मोबाइल नंबर दें", "contact"),
        ("Call me on +91 9000000101", "contact"),
        ("आप कहाँ रहते हैं?", "address"),
        ("थाने आइए", "meeting"),
        ("Who are you?", "identity"),
        ("https://example.org भरें", "link"),
        ("क्या " * (LONGEST // 4), "long"),
    ],
)
def test_a_question_that_asks_too_much_is_refused_with_the_reason_and_may_be_put_anew(
    words: str, reason: str
) -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"ask:{ONE}", "")))
    refused = station.receive(message(words, ref="m2"))
    assert body(refused) == refusal(reason)
    assert station.recorded(ONE) == []
    station.receive(message(GOOD, ref="m3"))
    assert station.recorded(ONE) == [OfficerAsked("sho", GOOD)]


def test_the_tips_own_number_is_not_passed_on_and_another_tips_is_refused() -> None:
    station = Station().file(ONE, TWO)
    station.receive(message(Tap(f"ask:{ONE}", "")))
    refused = station.receive(message(f"5511-2233: {GOOD}", ref="m2"))
    assert body(refused) == refusal("contact")
    station.receive(message(f"{NUMBER} {GOOD}", ref="m3"))
    assert station.recorded(ONE) == [OfficerAsked("sho", GOOD)]


def test_line_breaks_are_not_passed_on_for_a_template_takes_none() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"ask:{ONE}", "")))
    station.receive(message("ट्रक किस\n\nरंग का  है?", ref="m2"))
    assert station.recorded(ONE) == [OfficerAsked("sho", GOOD)]


def test_words_a_day_later_are_no_question_any_more() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"ask:{ONE}", "")))
    station.receive(message("मौके पर गए", ref="m2", after=timedelta(hours=26)))
    assert [what.kind for what in station.recorded(ONE)] == ["officer_reported"]


def test_a_greeting_is_no_question() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"ask:{ONE}", "")))
    assert body(station.receive(message("ठीक है", ref="m2"))) == text("help")
    station.receive(message(GOOD, ref="m3"))
    assert station.recorded(ONE) == [OfficerAsked("sho", GOOD)]


def test_nothing_is_asked_on_a_closed_tip() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"closed:{ONE}", ""), ref="m0"))
    replies = station.receive(message(Tap(f"ask:{ONE}", "")))
    assert body(replies) == text("already_closed", number=NUMBER)
