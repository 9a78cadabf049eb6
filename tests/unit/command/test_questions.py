"""The check of what may be asked, against a corpus in Hindi, English and Hindi in Latin letters."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from satark.command.questions import LONGEST, check
from tests.samples import varanasi

CORPUS = Path(__file__).with_name("questions")
DIGITS = [*"0123456789", *map(chr, range(0x0966, 0x0970))]
LEAST = 200
"""Lines that each file has at least."""


def lines(name: str) -> list[str]:
    text = (CORPUS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


HELD = [
    (reason, question) for reason, _, question in (x.partition("\t") for x in lines("held.txt"))
]
PASSED = lines("passed.txt")


def reason_of(question: str) -> str | None:
    return check(question, varanasi().questions, varanasi().numbers)


@pytest.mark.promise(11)
@pytest.mark.parametrize(("reason", "question"), HELD)
def test_what_asks_who_the_tipster_is_is_held(reason: str, question: str) -> None:
    assert reason_of(question) == reason


@pytest.mark.promise(11)
@pytest.mark.parametrize("question", PASSED)
def test_what_an_officer_needs_in_order_to_act_passes(question: str) -> None:
    assert reason_of(question) is None


def test_the_corpus_is_large_has_no_line_twice_and_every_script_and_reason() -> None:
    questions = [question for _, question in HELD]
    for corpus in (questions, PASSED):
        assert len(corpus) >= LEAST
        assert [line for line, count in Counter(corpus).items() if count > 1] == []
        hindi = [line for line in corpus if any("\u0900" <= sign <= "\u097f" for sign in line)]
        assert len(corpus) // 4 < len(hindi) < 3 * len(corpus) // 4
    assert {reason for reason, _ in HELD} == {*varanasi().questions.refused, "link"}


@given(st.sampled_from(HELD), st.sampled_from(["{}", "  {} ", "*{}*", "{}?!", "जी, {}", "{} 🙏"]))
def test_signs_blanks_and_courtesies_hide_nothing(held: tuple[str, str], form: str) -> None:
    assert reason_of(form.format(held[1])) is not None


@given(st.sampled_from(HELD), st.sampled_from(PASSED), st.sampled_from([1, -1]))
def test_a_good_question_beside_it_hides_nothing(
    held: tuple[str, str], passed: str, order: int
) -> None:
    assert reason_of(". ".join([held[1], passed][::order])) is not None


@given(st.text(max_size=LONGEST))
def test_whatever_is_written_gets_an_answer(words: str) -> None:
    assert reason_of(words) in {None, *varanasi().questions.refused, "link"}


@given(st.lists(st.sampled_from(DIGITS), min_size=7, max_size=12), st.data())
def test_no_long_number_passes_however_it_is_spaced(digits: list[str], data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from(["", " ", "-", " - ", ")("])) for _ in digits]
    written = "".join(map("".join, zip(digits, gaps, strict=True)))
    assume(not re.search(r"\b\d{1,2}-\d{1,2}-\d{2,4}\b", written))
    assert reason_of(f"इस पर: {written}") == "contact"


def test_a_date_and_a_vehicles_number_are_no_telephone_numbers() -> None:
    assert reason_of("क्या 24-11-2026 को UP 62 AT 1234 वहाँ था?") is None
