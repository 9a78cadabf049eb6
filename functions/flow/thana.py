"""Which thana a typed name means: in any language of the range, in roman letters, with errors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Guess:
    """`certain` is one thana beyond doubt; else `possible` holds up to three, likeliest first."""

    certain: str | None = None
    possible: tuple[str, ...] = ()


def guess(words: str, district: str, police_range: PoliceRange) -> Guess:
    """The district's thanas that these words may name. Empty where they name none."""
    said = _name(words, district, police_range)
    if not 0 < len(said) <= _WORDS_OF_A_NAME:
        return Guess()
    scores = {
        thana.id: max(_likeness(said, _name(name, district, police_range)) for name in names)
        for thana in police_range.thanas_of(district)
        if (names := tuple(_names(thana, police_range)))
    }
    return _decide(scores)


def _decide(scores: dict[str, float]) -> Guess:
    ranked = sorted(scores, key=lambda thana: -scores[thana])
    best, second = (*(scores[thana] for thana in ranked[:2]), 0.0, 0.0)[:2]
    if best >= _CERTAIN and best - second >= _LEAD:
        return Guess(certain=ranked[0])
    return Guess(possible=tuple(t for t in ranked[:_OFFERED] if scores[t] >= _POSSIBLE))


def _names(place: Place, police_range: PoliceRange) -> Iterator[str]:
    for language in police_range.languages:
        yield police_range.text(language, f"place.{place.id}.name")
    yield from place.aliases


def _name(words: str, district: str, police_range: PoliceRange) -> tuple[str, ...]:
    """The sounds of the words that tell one thana from another, or of all if none does."""
    said = tuple(filter(None, map(sounds, plain(words).split())))
    idle = frozenset(_idle(district, police_range))
    return tuple(sound for sound in said if sound not in idle) or said


def _idle(district: str, police_range: PoliceRange) -> Iterator[str]:
    """Every thana is a "thana", and everyone in Jaunpur is in Jaunpur."""
    spoken = set(police_range.words.get("thana", ()))
    place = next(place for place in police_range.districts if place.id == district)
    for phrase in (*spoken, *_names(place, police_range)):
        yield from map(sounds, plain(phrase).split())


def _likeness(said: tuple[str, ...], name: tuple[str, ...]) -> float:
    """0 to 100. Blanks say nothing: `Kheta Sarai` is `Khetasarai`."""
    whole = fuzz.ratio("".join(said), "".join(name))
    part = fuzz.token_set_ratio(" ".join(said), " ".join(name)) if _share(said, name) else 0.0
    return max(whole, _PART * part)


def _share(said: Iterable[str], name: Iterable[str]) -> bool:
    return bool(frozenset(said) & frozenset(name))
