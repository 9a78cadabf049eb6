"""Taps, exact digits of any script, number words and titles answer a menu; nothing else does."""

import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.flow.menus import Item, Menu
from functions.flow.road import Position
from functions.flow.scene import Scene
from functions.flow.session import Draft
from functions.flow.spelling import number
from satark.police_range.model import PoliceRange, Step
from satark.whatsapp.limits import BUTTONS, LIST_ROWS

ZEROS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.decimal(chr(code), None) == 0 and unicodedata.category(chr(code)) == "Nd"
]
DEVANAGARI_ZERO = "\N{DEVANAGARI DIGIT ZERO}"


def menu(police_range: PoliceRange, size: int, *, page: int | None = None, pinned: int = 0) -> Menu:
    texts = {f"item.{count}": f"title {count} of all" for count in range(size + pinned)}
    base, *others = police_range.languages
    labelled = {base: police_range.texts[base] | texts}
    labelled |= {language: police_range.texts[language] for language in others}
    scene = Scene(
        replace(police_range, texts=labelled), Draft(page=page), Position(Step("asked", "menu"))
    )
    items = tuple(Item(f"choice-{count}", f"item.{count}") for count in range(size + pinned))
    return Menu(scene, items[:size], items[size:])


def in_script(value: int, zero: str) -> str:
    return "".join(chr(ord(zero) + int(digit)) for digit in str(value))


def test_there_are_many_scripts_with_digits() -> None:
    assert len(ZEROS) > 50
    assert DEVANAGARI_ZERO in ZEROS


@given(
    shown=st.tuples(st.integers(1, 40), st.none() | st.integers(0, 5)),
    typed=st.integers(0, 60),
    zero=st.sampled_from(ZEROS),
    around=st.sampled_from(["{}", " {} ", "{}.", "({})", "{})", "*{}*", "{}\ufe0f\u20e3", "{}\n"]),
)
def test_a_number_in_any_script_is_that_option_on_any_page(
    varanasi: PoliceRange, shown: tuple[int, int | None], typed: int, zero: str, around: str
) -> None:
    size, page = shown
    choice = menu(varanasi, size, page=page).read(around.format(in_script(typed, zero)))
    assert choice == (f"choice-{typed - 1}" if 1 <= typed <= size else None)


@given(size=st.integers(1, 9), typed=st.integers(10, 99_999))
def test_a_number_is_never_answered_by_a_part_of_it(
    varanasi: PoliceRange, size: int, typed: int
) -> None:
    assert menu(varanasi, size).read(str(typed)) is None


def test_every_number_word_is_its_number(varanasi: PoliceRange) -> None:
    for value, spellings in enumerate(varanasi.numbers, 1):
        for word in spellings:
            assert menu(varanasi, 20).read(word.upper()) == f"choice-{value - 1}"


@pytest.mark.parametrize(
    "words",
    ["", " ", "1 2", "12 13", "1a", "a1", "1/2", "1.5", "-", "one two", "½", "एक दो", "1" * 5000],
)
def test_what_is_not_one_number_is_none(words: str, varanasi: PoliceRange) -> None:
    assert number(words, varanasi) is None


@given(words=st.text(max_size=40))
def test_any_words_can_be_read(varanasi: PoliceRange, words: str) -> None:
    for page in (None, 1):
        choice = menu(varanasi, 25, page=page, pinned=1).read(words)
        assert choice is None or number(words, varanasi) or words.strip()


def test_a_title_answers_whole_and_not_in_part(varanasi: PoliceRange) -> None:
    asked = menu(varanasi, 12)
    assert asked.read(" TITLE  11 of all! ") == "choice-11"
    assert asked.read("title 1") is None
    assert asked.read("title 11 of all, please") is None


@given(size=st.integers(1, 60), pinned=st.integers(0, 2))
def test_pages_hold_what_whatsapp_takes_and_show_all_once(
    varanasi: PoliceRange, size: int, pinned: int
) -> None:
    shown: list[str] = []
    page: int | None = None
    while True:
        asked = menu(varanasi, size, page=page, pinned=pinned)
        options = asked.ask("?").options
        assert len(options) <= LIST_ROWS
        assert len({option.id for option in options}) == len(options)
        rows = options[: len(options) - pinned - (size + pinned > LIST_ROWS)]
        for count, row in enumerate(rows, len(shown) + 1):
            assert row.title == (
                f"{count}. title {count - 1} of all" if size > 1 else "title 0 of all"
            )
        shown += [row.id for row in rows]
        turn = options[-1].id.partition("=")[2]
        if not turn.startswith("#"):
            break
        turned = asked.turn(turn)
        assert turned is not None
        page = turned.page
        if page == 0:
            break
    assert shown == [f"asked=choice-{count}" for count in range(size)]


def test_few_options_are_buttons_and_more_are_rows_of_one_page(varanasi: PoliceRange) -> None:
    assert [len(menu(varanasi, size).ask("?").options) for size in (3, 4, 10, 11)] == [3, 4, 10, 10]
    assert BUTTONS == 3


def test_more_turns_the_page_typed_or_tapped_and_comes_round(varanasi: PoliceRange) -> None:
    first, last = menu(varanasi, 14), menu(varanasi, 14, page=1)
    assert first.read("और") == first.read("more") == "#1"
    assert last.read("more options") == "#0"
    assert first.turn("#2") is None
    assert menu(varanasi, 5).read("more") is None


def test_words_of_the_range_name_the_choice_of_the_same_id(varanasi: PoliceRange) -> None:
    asked = menu(varanasi, 2)
    unknown = replace(asked, items=(*asked.items, Item("unknown", "note.dont_know")))
    for spelling in varanasi.words["unknown"]:
        assert unknown.read(spelling) == "unknown"
