from hypothesis import given
from hypothesis import strategies as st

from functions.dispatch.paging import pages

TEXTS = st.text(st.sampled_from("ab कि\n"), max_size=12_000) | st.text(max_size=6_000)


def test_a_short_text_is_one_page() -> None:
    assert pages("थाना\nकोतवाली", first=1024) == ("थाना\nकोतवाली",)


def test_a_page_ends_at_a_line_then_at_a_word_then_anywhere() -> None:
    assert pages("aaa bbb\nccc", first=9) == ("aaa bbb", "ccc")
    assert pages("aaa bbbb ccc", first=9) == ("aaa bbbb", "ccc")
    assert pages("a" * 12, first=9) == ("a" * 9, "aaa")


def test_a_page_is_not_cut_short_for_the_sake_of_an_early_line_end() -> None:
    assert pages("a\n" + "b" * 20, first=10)[0] == "a\n" + "b" * 8


def test_further_pages_hold_as_much_as_whatsapp_takes() -> None:
    assert [len(page) for page in pages("a" * 10_000, first=1024)] == [1024, 4096, 4096, 784]


@given(TEXTS)
def test_nothing_is_left_out_and_no_page_is_too_long(text: str) -> None:
    found = pages(text, first=1024)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(page and page == page.strip() for page in found)
    assert [len(page) for page in found[:1] if len(page) > 1024] == []
    assert [len(page) for page in found[1:] if len(page) > 4096] == []
