"""Phrases of the range's data among the words that people write, as whole words."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

_NUKTA, _CHANDRABINDU, _ANUSVARA = "\u093c", "\u0901", "\u0902"

type Words = tuple[str, ...]


def fold(words: str) -> Words:
    """The words as they are compared: without case, nukta, chandrabindu and signs."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    plain = plain.replace(_NUKTA, "").replace(_CHANDRABINDU, _ANUSVARA)
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return tuple("".join(kept).split())


@cache  # of the range's own phrases alone: what people write is not kept
def fold_pattern(phrase: str) -> Words:
    """A word that ends in * stands for all that begin like it."""
    return tuple(
        f"{''.join(fold(word))}*" if word.endswith("*") else "".join(fold(word))
        for word in phrase.split()
    )


def found(pattern: Words, words: Words) -> Iterator[int]:
    """Where the phrase begins, each time."""
    for start in range(len(words) - len(pattern) + 1):
        if all(map(fits, pattern, words[start : start + len(pattern)])):
            yield start


def fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def hold(words: Words, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands among the words."""
    said = frozenset(words)
    patterns = (fold_pattern(phrase) for phrase in phrases)
    begun = (each for each in patterns if each[0] in said or each[0].endswith("*"))
    return any(next(found(pattern, words), None) is not None for pattern in begun)
