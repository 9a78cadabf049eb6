"""Whether an officer's question may go to a tipster: it must not ask who the tipster is."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from satark.police_range.model import QuestionRules, Refusal

Reason = Literal["contact", "link", "name", "address", "meeting", "identity", "long"]

LONGEST = 300
_NEAR = 4
_ALONE = 3
_DIGITS_OF_A_NUMBER = 7
_SPELT_DIGITS = 5
_LINK = re.compile(
    r"https?:|www\.|\S@\S|\b[\w-]+\.(?:com|in|org|net|me|ly|gov|info|link|xyz|app|gl)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\b")
_NUMBER = re.compile(rf"\d(?:[\s().+-]*\d){{{_DIGITS_OF_A_NUMBER - 1},}}")
_NUKTA, _CHANDRABINDU, _ANUSVARA = "\u093c", "\u0901", "\u0902"
_SPARED = "·"

type Words = tuple[str, ...]


def check(words: str, rules: QuestionRules, numbers: Iterable[Iterable[str]]) -> Reason | None:
    """The first reason to hold it back; None where it may be sent.

    `numbers` are the range's words for 1, 2, 3…
    """
    if len(words) > LONGEST:
        return "long"
    if _LINK.search(words):
        return "link"
    folded = fold(words)
    if _NUMBER.search(_DATE.sub(" ", _ascii(words))) or _spelt_number(folded, numbers):
        return "contact"
    told = _Told(folded, rules)
    held = (reason for reason, refusal in rules.refused.items() if told.asks(refusal))
    return cast("Reason | None", next(held, None))


def fold(words: str) -> Words:
    """The words as they are compared: without case, nukta, chandrabindu and signs."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    plain = plain.replace(_NUKTA, "").replace(_CHANDRABINDU, _ANUSVARA)
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return tuple("".join(kept).split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A question's words, before the rules."""

    words: Words
    rules: QuestionRules

    def asks(self, refusal: Refusal) -> bool:
        said = any(map(self._says, refusal.phrases))
        return said or any(self._of_the_tipster(at) for at in self._named(refusal.things))

    def _says(self, phrase: str) -> bool:
        return next(_found(fold_pattern(phrase), self.words), None) is not None

    def _named(self, things: Sequence[str]) -> Iterator[int]:
        known = _folded(things)
        return (at for at, word in enumerate(self._unspared) if word in known)

    def _of_the_tipster(self, at: int) -> bool:
        words, rules = self._unspared, self.rules
        your = _folded(rules.your)
        if your & set(words[max(0, at - 2) : at]):
            return True
        if (owner := self._owner(at)) is not None:
            before = words[max(0, owner - 2) : owner]
            return words[owner] in _folded(rules.yours) or bool(your & set(before))
        if words[at + 1 : at + 2] == ("of",):
            return bool((your | _folded(rules.yours)) & set(words[at + 2 : at + 5]))
        if set(words[max(0, at - 2) : at]) & _folded(rules.others):
            return False
        near = set(words[max(0, at - _NEAR) : at + _NEAR + 1])
        asked = near & (_folded(rules.you) | _folded(rules.giving))
        return bool(asked) or len(words) <= _ALONE

    def _owner(self, at: int) -> int | None:
        """Where the word stands whose thing it is: `ट्रक` in `ट्रक का नंबर`, `ट्रक का पूरा नंबर`."""
        joints = _folded(self.rules.joints)
        behind = (joint - 1 for joint in (at - 1, at - 2) if joint > 0)
        return next((owner for owner in behind if self._unspared[owner + 1] in joints), None)

    @property
    def _unspared(self) -> Words:
        words = self.words
        for phrase in self.rules.spared:
            pattern = fold_pattern(phrase)
            for start in _found(pattern, words):
                end = start + len(pattern)
                words = (*words[:start], *(_SPARED for _ in pattern), *words[end:])
        return words


def fold_pattern(phrase: str) -> Words:
    return tuple(
        f"{''.join(fold(word))}*" if word.endswith("*") else "".join(fold(word))
        for word in phrase.split()
    )


def _found(pattern: Words, words: Words) -> Iterator[int]:
    for start in range(len(words) - len(pattern) + 1):
        if all(map(_fits, pattern, words[start:])):
            yield start


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _folded(words: Iterable[str]) -> set[str]:
    return {part for word in words for part in fold(word)}


def _spelt_number(words: Words, numbers: Iterable[Iterable[str]]) -> bool:
    digits = _folded(word for spellings in numbers for word in spellings)
    digits |= {"zero", *fold("शून्य"), "shunya"}
    run = 0
    for word in words:
        run = run + 1 if word in digits or word.isdecimal() else 0
        if run >= _SPELT_DIGITS:
            return True
    return False


def _ascii(words: str) -> str:
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in words)
