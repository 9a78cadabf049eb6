"""Whether an officer's question may go to a tipster: it must not ask who the tipster is."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain
from typing import Literal, cast

from satark.command.clauses import Clause
from satark.phrases import Words, fold
from satark.police_range.rules import QuestionRules

Reason = Literal["contact", "link", "name", "address", "meeting", "identity", "long"]

LONGEST = 300
_DIGITS_OF_A_NUMBER = 7
_SPELT_DIGITS = 5
_LINK = re.compile(
    r"https?:|www\.|\S@\S|\b[\w-]+\.(?:com|in|org|net|me|ly|gov|info|link|xyz|app|gl)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?<!\d[-./])(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1(?:\d\d|20\d\d)(?![-./]?\d)"
)
_NUMBER = re.compile(rf"\d(?:[\s().+-]*\d){{{_DIGITS_OF_A_NUMBER - 1},}}")
_END = re.compile(r"[.?!।,;:\n]+")


def check(words: str, rules: QuestionRules, numbers: Iterable[Iterable[str]]) -> Reason | None:
    """The first reason to hold it back; None where it may be sent.

    `numbers` are the range's words for 1, 2, 3…
    """
    if len(words) > LONGEST:
        return "long"
    if _LINK.search(words):
        return "link"
    folded = fold(words)
    if _NUMBER.search(_DATE.sub(" ", _ascii(words))) or _spelt_number(
        folded, (rules.zero, *numbers)
    ):
        return "contact"
    clauses = [Clause(clause, rules) for clause in _clauses(words)]
    held = (
        reason
        for reason, refusal in rules.refused.items()
        if Clause(folded, rules).says(refusal) or any(clause.asks(refusal) for clause in clauses)
    )
    about = ("identity" for clause in clauses if clause.is_about_them)
    return cast("Reason | None", next(chain(held, about), None))


def _clauses(words: str) -> Iterable[Words]:
    return map(fold, _END.split(words))


def _folded(words: Iterable[str]) -> set[str]:
    return {part for word in words for part in fold(word)}


def _spelt_number(words: Words, numbers: Iterable[Iterable[str]]) -> bool:
    digits = _folded(word for spellings in numbers for word in spellings)
    run = 0
    for word in words:
        run = run + 1 if word in digits or word.isdecimal() else 0
        if run >= _SPELT_DIGITS:
            return True
    return False


def _ascii(words: str) -> str:
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in words)
