"""Which thana a typed name means: in any language of the range, in roman letters, with errors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from functions.flow.sounds import sounds
from functions.flow.spelling import plain
from satark.police_range.model import Place, PoliceRange

_CERTAIN = 86.0
_POSSIBLE = 66.0
_LEAD = 5.0  # of the best over the next, lest one of two namesakes be taken for the other
_PART = 0.84  # some words of a name are never certain: two thanas share "Badshahpur"
_OFFERED = 3
_WORDS_OF_A_NAME = 5  # more than that is a story, not a name
_SOUNDS_OF_A_NAME = 3  # less is like too many

type Sounds = tuple[str, ...]
"""A name, word by word, as `sounds` hears it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """`certain` is one thana beyond doubt; else `possible` holds up to three, likeliest first."""

    certain: str | None = None
    possible: tuple[str, ...] = ()


def guess(words: str, district: str, police_range: PoliceRange) -> Guess:
    """The district's thanas that these words may name. Empty where they name none.

    A thana elsewhere that they name better casts doubt, but is not offered.
    """
    idle = frozenset(_idle(district, police_range))
    said = _telling(map(sounds, _words(words)), idle)
    if len(said) > _WORDS_OF_A_NAME or len("".join(said)) < _SOUNDS_OF_A_NAME:
        return Guess()
    scores = {
        thana.id: max(_likeness(said, name) for name in _sounding(thana, idle, police_range))
        for thana in police_range.thanas
    }
    return _decide(scores, {thana.id for thana in police_range.thanas_of(district)})


def _decide(scores: dict[str, float], here: set[str]) -> Guess:
    ranked = sorted(here, key=lambda thana: (-scores[thana], thana))
    best, second = (*(scores[thana] for thana in ranked[:2]), 0.0, 0.0)[:2]
    elsewhere = max((scores[thana] for thana in scores.keys() - here), default=0.0)
    if best >= max(_CERTAIN, elsewhere) and best - second >= _LEAD:
        return Guess(certain=ranked[0])
    return Guess(possible=tuple(t for t in ranked[:_OFFERED] if scores[t] >= _POSSIBLE))


def _sounding(place: Place, idle: frozenset[str], police_range: PoliceRange) -> Iterator[Sounds]:
    for name in _names(place, police_range):
        yield _telling(_heard(name), idle)


def _names(place: Place, police_range: PoliceRange) -> Iterator[str]:
    for language in police_range.languages:
        yield police_range.text(language, f"place.{place.id}.name")
    yield from place.aliases


def _idle(district: str, police_range: PoliceRange) -> Iterator[str]:
    """Every thana is a "thana", and everyone in Jaunpur is in Jaunpur."""
    place = next(place for place in police_range.districts if place.id == district)
    for phrase in (*police_range.words.get("thana", ()), *_names(place, police_range)):
        yield from _heard(phrase)


def _words(words: str) -> list[str]:
    return plain(words).split()


@cache  # of the range's own names alone: what people type is not kept
def _heard(name: str) -> Sounds:
    return tuple(map(sounds, _words(name)))


def _telling(heard: Iterable[str], idle: frozenset[str]) -> Sounds:
    """The words that tell one thana from another, or all of them if none does."""
    said = tuple(filter(None, heard))
    return tuple(sound for sound in said if sound not in idle) or said


def _likeness(said: Sounds, name: Sounds) -> float:
    """0 to 100. Blanks say nothing: `Kheta Sarai` is `Khetasarai`."""
    whole = fuzz.ratio("".join(said), "".join(name))
    if not frozenset(said) & frozenset(name):
        return whole
    return max(whole, _PART * fuzz.token_set_ratio(" ".join(said), " ".join(name)))
