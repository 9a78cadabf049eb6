"""One made-up tip: nobody's words, no file behind its evidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from random import Random
from typing import Final

from local.seed.country import FAR, NEAR, District, Hotspot, Station
from local.seed.days import Wish
from local.seed.shape import SHAPE, drawn
from satark.police_range.model import Category, PoliceRange
from satark.tip import Answer, Conflict, Evidence, Place, Tip

IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")


@dataclass(frozen=True, slots=True)
class Told:
    """A tip and the station that it falls to, also where the tipster did not know it."""

    tip: Tip
    station: Station


def told(
    wish: Wish, *, police_range: PoliceRange, districts: Mapping[str, District], chance: Random
) -> Told:
    district = districts[wish.district or _district(districts, chance)]
    hotspot = _hotspot(district, wish, chance)
    station = hotspot.station if hotspot else district.station(chance)
    category = police_range.category(_category(wish, hotspot, police_range, chance))
    answers = tuple(_answers(category, chance))
    tip = Tip(
        language=drawn(chance, police_range.languages, SHAPE["tips"]["languages"]),
        category=category.id,
        district=district.id,
        thana=None if chance.random() < SHAPE["tips"]["station_unknown"] else station.thana.id,
        answers=answers,
        place=_place(station, hotspot, chance),
        when=drawn(chance, _whens(police_range), SHAPE["tips"]["when"]),
        statements=(),
        evidence=tuple(_evidence(chance)),
        conflict=_conflict(category, answers),
        filed_at=_hour(wish, chance),
        range_version=police_range.version,
    )
    return Told(tip, station)


def _district(districts: Mapping[str, District], chance: Random) -> str:
    return chance.choices(list(districts), [len(one.stations) for one in districts.values()])[0]


def _hotspot(district: District, wish: Wish, chance: Random) -> Hotspot | None:
    """Hotspots come up after the first days, of which the kinds are known."""
    if wish.category or chance.random() >= SHAPE["tips"]["at_a_hotspot"]:
        return None
    return chance.choice(district.hotspots)


def _category(
    wish: Wish, hotspot: Hotspot | None, police_range: PoliceRange, chance: Random
) -> str:
    if known := wish.category or (hotspot and hotspot.category):
        return known
    return drawn(chance, [one.id for one in police_range.categories], SHAPE["weights"])


def _answers(category: Category, chance: Random) -> Iterator[Answer]:
    for question in category.questions:
        yield Answer(question.id, chance.choice(question.choices).id)


def _conflict(category: Category, answers: tuple[Answer, ...]) -> Conflict:
    given = {(answer.question, answer.choice) for answer in answers}
    chosen = (
        choice.conflict
        for question in category.questions
        for choice in question.choices
        if (question.id, choice.id) in given
    )
    return max((category.conflict, *chosen))


def _place(station: Station, hotspot: Hotspot | None, chance: Random) -> Place:
    if not hotspot and chance.random() >= SHAPE["tips"]["pinned"]:
        return Place()
    centre, around = (hotspot, NEAR) if hotspot else (station, FAR)
    return Place(
        latitude=centre.latitude + chance.uniform(-around, around),
        longitude=centre.longitude + chance.uniform(-around, around),
    )


def _whens(police_range: PoliceRange) -> list[str]:
    [step] = [step for step in police_range.steps if step.id == "when"]
    return [choice.id for choice in step.choices]


def _evidence(chance: Random) -> Iterator[Evidence]:
    for media, percent in SHAPE["tips"]["evidence"].items():
        if chance.random() * 100 < percent:
            yield Evidence(media, "kept")


def _hour(wish: Wish, chance: Random) -> datetime:
    [hour] = chance.choices(range(24), SHAPE["hours"]["weights"])
    midnight = datetime.combine(wish.day, time(), tzinfo=IST)
    return midnight + timedelta(hours=hour, minutes=chance.random() * 60)
