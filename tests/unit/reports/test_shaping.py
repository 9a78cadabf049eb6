"""Hindi is shaped right in the charts: each word against its picture, and against wrong shaping.

A picture is made anew by `python -m tests.unit.reports.test_shaping`, and then looked at.
"""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from functions.reports.drawing import Press
from local.report import TYPEFACES

WORDS = {
    "kshetrapal": "क्षेत्रपाल",
    "madak": "मादक",
    "chori": "चोरी",
    "repha": "र्क",
    "varanasi": "वाराणसी परिक्षेत्र",
    "reported": "कार्रवाई",
}
GOLDEN = Path(__file__).with_name("shaping")
VIRAMA, NON_JOINER = "\u094d", "\u200c"


def drawn(press: Press, word: str) -> Image.Image:
    row = {"name": [word], "tips": 3, "before": None}
    return Image.open(BytesIO(press.chart("categories", {"categories": {"rows": [row]}})))


def same(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    return ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("name", WORDS)
def test_a_word_looks_as_it_was_seen_to_be_right(press: Press, name: str) -> None:
    assert same(drawn(press, WORDS[name]), Image.open(GOLDEN / f"{name}.png"))


@pytest.mark.parametrize("name", [name for name, word in WORDS.items() if VIRAMA in word])
def test_letters_that_do_not_join_look_otherwise(press: Press, name: str) -> None:
    apart = WORDS[name].replace(VIRAMA, VIRAMA + NON_JOINER)
    assert not same(drawn(press, apart), Image.open(GOLDEN / f"{name}.png"))


@pytest.mark.parametrize("name", ["madak", "chori"])
def test_a_vowel_sign_without_its_letter_looks_otherwise(press: Press, name: str) -> None:
    """The first letter, then its sign by itself: how broken advances look."""
    word = WORDS[name]
    assert not same(drawn(press, f"{word[0]} {word[1:]}"), Image.open(GOLDEN / f"{name}.png"))


def test_a_letter_that_the_typeface_has_not_is_not_lent_by_the_machine(press: Press) -> None:
    """So the same report looks the same on every machine."""
    thai, tamil = drawn(press, "\u0e01"), drawn(press, "\u0b95")
    assert same(thai, tamil)


if __name__ == "__main__":
    for each, text in WORDS.items():
        drawn(Press(TYPEFACES), text).save(GOLDEN / f"{each}.png")
