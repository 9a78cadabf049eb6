"""The stations of the made-up half year: where they lie, how busy and how quick they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from local.seed.shape import SHAPE, drawn
from satark.police_range.model import Place, PoliceRange

NEAR: Final = 0.004
"""Degrees, about 400 m: how far the pins at a hotspot lie apart."""
FAR: Final = 0.04
HOTSPOTS: Final = 4
"""In each district."""


@dataclass(frozen=True, slots=True)
class Station:
    """`delay`: hours until a tip is usually accepted; `neglect`: how many never are, of one."""

    thana: Place
    latitude: float
    longitude: float
    busy: float
    delay: float
    neglect: float


@dataclass(frozen=True, slots=True)
class Hotspot:
    station: Station
    category: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class District:
    id: str
    stations: Sequence[Station]
    hotspots: Sequence[Hotspot]

    def station(self, chance: Random) -> Station:
        return chance.choices(self.stations, [station.busy for station in self.stations])[0]


def districts(police_range: PoliceRange, chance: Random) -> dict[str, District]:
    return {place.id: _district(place, police_range, chance) for place in police_range.districts}


def _district(place: Place, police_range: PoliceRange, chance: Random) -> District:
    thanas = police_range.thanas_of(place.id)
    known = [thana for thana in thanas if thana.latitude is not None] or [place]
    stations = [_station(thana, known, chance) for thana in thanas]
    busiest = sorted(stations, key=lambda station: -station.busy)[:HOTSPOTS]
    return District(place.id, stations, [_hotspot(one, police_range, chance) for one in busiest])


def _station(thana: Place, known: Sequence[Place], chance: Random) -> Station:
    """A thana whose place is not known is put between two that are."""
    one, other = chance.choice(known), chance.choice(known)
    latitude = thana.latitude or ((one.latitude or 0) + (other.latitude or 0)) / 2
    longitude = thana.longitude or ((one.longitude or 0) + (other.longitude or 0)) / 2
    return Station(
        thana=thana,
        latitude=latitude,
        longitude=longitude,
        busy=chance.lognormvariate(0, 0.6),
        delay=chance.lognormvariate(0.6, 0.8),
        neglect=min(0.3, chance.expovariate(20)),
    )


def _hotspot(station: Station, police_range: PoliceRange, chance: Random) -> Hotspot:
    names = [category.id for category in police_range.categories]
    return Hotspot(
        station,
        drawn(chance, names, SHAPE["weights"]),
        station.latitude + chance.uniform(-FAR, FAR) / 2,
        station.longitude + chance.uniform(-FAR, FAR) / 2,
    )
