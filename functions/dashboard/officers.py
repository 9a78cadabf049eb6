"""The officers of a range as the range office reads them: by district, and without numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from satark.police_range.model import Place, PoliceRange

_LEVELS: Final = ("range", "district", "circle", "thana")


@dataclass(frozen=True, slots=True)
class Enlisted:
    """`changed`: suspended because another phone or SIM wrote in their name."""

    id: str
    name: str
    rank: str
    office: str
    suspended: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """`place` is a district, or the range itself. `empty` are stations where nobody serves."""

    place: str
    officers: tuple[Enlisted, ...]
    empty: tuple[str, ...]


def officers_of(told: Sequence[Mapping[str, Any]]) -> tuple[Enlisted, ...]:
    """As the roster's own function tells them."""
    return tuple(Enlisted(**one) for one in told)


def groups(
    officers: Sequence[Enlisted], range_id: str, police_range: PoliceRange
) -> tuple[Group, ...]:
    """The range office first, then each district of its range with all below it."""
    own = [place for place in police_range.districts if place.parent == range_id]
    return tuple(_group(place, officers, police_range) for place in (range_id, *_ids(own)))


def offices_under(place: str, police_range: PoliceRange) -> tuple[str, ...]:
    """Every office of a district, the SP office first; or the range office alone."""
    if any(place == one.id for one in police_range.ranges):
        return (f"range:{place}",)
    circles = [one.id for one in police_range.circles if one.id.partition("/")[0] == place]
    thanas = [one.id for one in police_range.thanas_of(place)]
    return (
        f"district:{place}",
        *(f"circle:{one}" for one in circles),
        *(f"thana:{one}" for one in thanas),
    )


def _group(place: str, officers: Sequence[Enlisted], police_range: PoliceRange) -> Group:
    order = {office: at for at, office in enumerate(offices_under(place, police_range))}
    own = sorted(
        (one for one in officers if one.office in order), key=lambda one: order[one.office]
    )
    serving = {one.office for one in own if not one.suspended}
    empty = (office for office in order if office.startswith("thana:") and office not in serving)
    return Group(place, tuple(own), tuple(empty))


def _ids(places: Sequence[Place]) -> Iterator[str]:
    return (place.id for place in places)
