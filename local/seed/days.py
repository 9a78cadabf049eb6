"""How many tips come on each day, and what is known of the first of them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from local.seed.shape import SHAPE
from satark.police_range.model import PoliceRange

DAYS: Final = 183
QUIET: Final = 15
"""Tips a day in three districts once the first days are over; by the end twice as many."""
WEEKDAYS: Final = (1.05, 1.0, 0.97, 0.98, 1.0, 1.12, 0.88)
BURSTS: Final = {58: 2.4, 59: 2.0, 60: 1.5, 131: 1.9, 132: 1.6}
"""By days from the first: a festival, or something that everybody talks about."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A tip that is to come on this day; None where all is left to chance."""

    day: date
    district: str | None = None
    category: str | None = None


def wishes(police_range: PoliceRange, *, last: date, chance: Random) -> Iterator[Wish]:
    first = last - timedelta(days=DAYS - 1)
    yield from _published(police_range, first, chance)
    for number in range(SHAPE["first_days"]["days"], DAYS):
        day = first + timedelta(days=number)
        usual = _usual(number, day) * len(police_range.districts) / 3
        for _ in range(max(0, round(chance.gauss(usual, math.sqrt(usual))))):
            yield Wish(day)


def _published(police_range: PoliceRange, first: date, chance: Random) -> Iterator[Wish]:
    """As many as were published, of each district and each kind, spread over the first days."""
    shape = SHAPE["first_days"]
    districts = _each(shape["districts"], {place.id for place in police_range.districts})
    categories = _each(shape["categories"], {one.id for one in police_range.categories})
    unread = [one.id for one in police_range.categories if one.id not in shape["categories"]]
    weights = [SHAPE["weights"].get(name, 1) for name in unread]
    categories += chance.choices(unread, weights, k=max(0, len(districts) - len(categories)))
    chance.shuffle(categories)
    for number, (district, category) in enumerate(zip(districts, categories, strict=False)):
        yield Wish(first + timedelta(days=number % shape["days"]), district, category)


def _each(counts: Mapping[str, int], known: set[str]) -> list[str]:
    return [name for name, count in counts.items() if name in known for _ in range(count)]


def _usual(number: int, day: date) -> float:
    growth = 1 + number / DAYS
    return QUIET * growth * WEEKDAYS[day.weekday()] * BURSTS.get(number, 1)
