"""In doubt patterns meet, and in doubt one does not cover the other."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.glob import may_meet, surely_covers, unknown

VAULT, CASES = unknown("Vault"), unknown("Cases")
PATTERNS = st.text("ab*?", max_size=8)
TEXTS = st.text("ab", max_size=8)


@given(PATTERNS, TEXTS)
def test_on_plain_text_both_are_the_match_that_everyone_knows(pattern: str, text: str) -> None:
    assert may_meet(pattern, text) == surely_covers(pattern, text) == fnmatchcase(text, pattern)


@given(PATTERNS, PATTERNS, TEXTS)
def test_patterns_that_share_a_text_meet(one: str, other: str, text: str) -> None:
    if fnmatchcase(text, one) and fnmatchcase(text, other):
        assert may_meet(one, other)
        assert may_meet(other, one)


@given(PATTERNS, PATTERNS, TEXTS)
def test_what_is_covered_holds_no_text_of_its_own(one: str, other: str, text: str) -> None:
    if surely_covers(one, other) and fnmatchcase(text, other):
        assert fnmatchcase(text, one)


@given(PATTERNS, st.text("ab*?", max_size=4), TEXTS, TEXTS)
def test_a_name_may_be_any_text(pattern: str, before: str, name: str, after: str) -> None:
    if name and fnmatchcase(f"a{name}{after}", pattern):
        assert may_meet(pattern, f"a{VAULT}{after}")
        assert may_meet(f"a{VAULT}{after}", pattern)
    if surely_covers(pattern, f"{before}{VAULT}"):
        assert all(
            fnmatchcase(f"{filled}{name or 'x'}", pattern)
            for filled in [before.replace("*", "").replace("?", "b")]
        )


@pytest.mark.parametrize(
    ("pattern", "target", "meets", "covers"),
    [
        (VAULT, VAULT, True, True),
        (VAULT, CASES, False, False),
        ("*", VAULT, True, True),
        ("?", VAULT, True, False),
        ("house-1", VAULT, True, False),
        (f"table/{VAULT}", f"table/{VAULT}/index/*", False, False),
        (f"table/{VAULT}/*", f"table/{VAULT}/index/*", True, True),
        (f"table/{VAULT}/index/by-office", f"table/{VAULT}/index/*", True, False),
        (f"table/{CASES}/*", f"table/{VAULT}/index/*", False, False),
        ("", VAULT, False, False),
    ],
)
def test_names(pattern: str, target: str, *, meets: bool, covers: bool) -> None:
    assert may_meet(pattern, target) is meets
    assert may_meet(target, pattern) is meets
    assert surely_covers(pattern, target) is covers
