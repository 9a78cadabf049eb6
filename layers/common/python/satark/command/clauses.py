"""What some words ask of a tipster, by the range's rules."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from satark.phrases import Words, fits, fold_pattern, found, hold
from satark.police_range.rules import QuestionRules, Refusal

_NEAR = 4
_ALONE = 3
_SPARED = "·"


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words of a question, before the rules."""

    words: Words
    rules: QuestionRules

    def says(self, refusal: Refusal) -> bool:
        return hold(self.words, refusal.phrases)

    def asks(self, refusal: Refusal) -> bool:
        return any(self._of_the_tipster(at) for at in self._named(refusal.things))

    @property
    def is_about_them(self) -> bool:
        """Whether it speaks to the tipster, and not of what a tipster saw, heard, knows or sent."""
        rules, words = self.rules, self.words
        spoken_to = _any(words, (*rules.you, *rules.your))
        return spoken_to and not _any(words, rules.telling)

    def _named(self, things: Sequence[str]) -> Iterator[int]:
        return (at for at, word in enumerate(self._unspared) if _any((word,), things))

    def _of_the_tipster(self, at: int) -> bool:
        words, rules = self._unspared, self.rules
        if _any(words[max(0, at - 2) : at], rules.your) or _any(words[at + 1 : at + 3], rules.your):
            return True
        if (owner := self._owner(at)) is not None:
            before = words[max(0, owner - 2) : owner]
            return _any((words[owner],), rules.yours) or _any(before, rules.your)
        if words[at + 1 : at + 2] == ("of",):
            return _any(words[at + 2 : at + 5], (*rules.your, *rules.yours))
        if _any(words[max(0, at - 2) : at], rules.others):
            return False
        near = words[max(0, at - _NEAR) : at + _NEAR + 1]
        return _any(near, (*rules.you, *rules.giving)) or len(words) <= _ALONE

    def _owner(self, at: int) -> int | None:
        """Where the word stands whose thing it is: `ट्रक` in `ट्रक का नंबर`, `ट्रक का पूरा नंबर`."""
        words, joints = self._unspared, self.rules.joints
        behind = (joint - 1 for joint in (at - 1, at - 2) if joint > 0)
        return next((owner for owner in behind if _any((words[owner + 1],), joints)), None)

    @property
    def _unspared(self) -> Words:
        words = self.words
        for phrase in self.rules.spared:
            pattern = fold_pattern(phrase)
            for start in found(pattern, words):
                end = start + len(pattern)
                words = (*words[:start], *(_SPARED for _ in pattern), *words[end:])
        return words


def _any(words: Iterable[str], patterns: Iterable[str]) -> bool:
    folded = [fold_pattern(pattern) for pattern in patterns]
    return any(fits(pattern, word) for (pattern,) in folded for word in words)
