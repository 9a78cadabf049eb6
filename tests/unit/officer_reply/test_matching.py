import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.officer_reply.matching import About, Clues, NotTold, Unclear, match
from satark.command.tip_numbers import numbers_in, without_numbers

ONE, TWO, NEVER = "48291376", "55112233", "99991111"
TOLD = (ONE, TWO)


def none_open() -> tuple[str, ...]:
    return ()


@pytest.mark.parametrize(
    "written",
    [
        "4829-1376",
        "48291376",
        "4829 1376",
        "4829\u20131376",
        "४८२९-१३७६",
        "४८२९१३७६",
        "४८२९ 1376",
        "सूचना 4829-1376: दो लोग पकड़े गए",
        "GD 12, tip no.4829-1376.",
        "2026 4829-1376",
        "4829-1376 2 persons held, 14:30",
    ],
)
def test_a_tips_number_is_found_however_it_is_written(written: str) -> None:
    assert match(Clues(words=written), TOLD, none_open) == About(ONE)


@pytest.mark.parametrize("written", ["148291376", "482913760", "4829--1376", "4829-13765"])
def test_a_longer_number_is_no_tips_number(written: str) -> None:
    assert match(Clues(words=written), TOLD, none_open) == Unclear(())


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.sampled_from(["", "-", " "]))
def test_any_number_is_read_back_as_it_is_written(case_id: str, gap: str) -> None:
    written = f"tip {case_id[:4]}{gap}{case_id[4:]} done"
    assert list(numbers_in(written)) == [case_id]
    assert without_numbers(written).split() == ["tip", "done"]


def test_a_tap_decides_alone() -> None:
    assert match(Clues(tapped=ONE, quoted=TWO), TOLD, none_open) == About(ONE)


def test_a_quote_decides_though_other_tips_are_open() -> None:
    assert match(Clues(quoted=ONE, words="हो गया"), TOLD, lambda: TOLD) == About(ONE)


def test_quote_and_number_may_agree() -> None:
    assert match(Clues(quoted=ONE, words="4829-1376"), TOLD, none_open) == About(ONE)


def test_a_quote_of_one_tip_with_the_number_of_another_is_asked_about() -> None:
    assert match(Clues(quoted=ONE, words="5511-2233"), TOLD, none_open) == Unclear((ONE, TWO))


def test_the_numbers_of_two_tips_are_asked_about() -> None:
    found = match(Clues(words="5511-2233 और 4829-1376 एक ही"), TOLD, none_open)
    assert found == Unclear((TWO, ONE))


def test_a_quote_holds_against_a_number_that_is_no_tip_of_this_officers() -> None:
    assert match(Clues(quoted=ONE, words="FIR 2026-1234"), TOLD, none_open) == About(ONE)


@pytest.mark.parametrize(
    "clues",
    [
        Clues(tapped=NEVER),
        Clues(words="9999-1111 पर गए"),
        Clues(words="९९९९-११११"),
        Clues(words="99991111"),
        Clues(words=" 9999 1111 "),
    ],
)
def test_a_tip_that_the_officer_was_never_told_of_is_refused(clues: Clues) -> None:
    assert match(clues, TOLD, lambda: (ONE,)) == NotTold(NEVER)


def test_eight_digits_among_words_may_be_anything_else() -> None:
    assert match(Clues(words="FIR 99991111 दर्ज"), TOLD, lambda: (ONE,)) == About(ONE)


def test_a_quote_of_a_case_that_the_officer_was_not_told_of_says_nothing() -> None:
    assert match(Clues(quoted=NEVER), TOLD, lambda: (ONE,)) == About(ONE)


def test_the_only_open_tip_is_meant_and_among_several_we_ask() -> None:
    assert match(Clues(words="पहुँच गए"), TOLD, lambda: (TWO,)) == About(TWO)
    assert match(Clues(words="पहुँच गए"), TOLD, lambda: (TWO, ONE)) == Unclear((TWO, ONE))
    assert match(Clues(words="पहुँच गए"), TOLD, none_open) == Unclear(())


CASES = st.sampled_from([ONE, TWO, NEVER])


@given(
    st.builds(
        Clues,
        tapped=st.none() | CASES,
        quoted=st.none() | CASES,
        words=st.lists(CASES | st.just("गए")).map(" ".join),
    ),
    st.sets(CASES),
)
def test_no_message_ever_reaches_a_tip_that_its_officer_was_not_told_of(
    clues: Clues, told: set[str]
) -> None:
    found = match(clues, told, lambda: tuple(sorted(told)))
    named = found.case_ids if isinstance(found, Unclear) else (found.case_id,)
    assert isinstance(found, NotTold) or set(named) <= told
