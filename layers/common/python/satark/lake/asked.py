"""What a query is asked: of which days, for whom, and from how many tips on a place is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Self

from satark.police_range.model import PoliceRange

Kind = Literal["range", "district", "thana"]


@dataclass(frozen=True, slots=True)
class Reader:
    """An office, as far as queries know it. What it may not see never leaves the engine.

    A DIG office sees every conflict, in all districts but the `places` of other DIG offices. An SP
    office sees its own districts, without what is said about them; a thana or circle its own
    thanas, without any conflict and without what was transferred.
    """

    kind: Kind
    places: tuple[str, ...]

    @classmethod
    def at(cls, office: str, police_range: PoliceRange) -> Self:
        """The office as in the roster: `range:varanasi`, `district:jaunpur`, `circle:…`, `thana:…`.

        Raises ValueError for anything else.
        """
        level, _, place = office.partition(":")
        match level:
            case "range":
                others = (one.id for one in police_range.districts if one.parent != place)
                return cls("range", tuple(others))
            case "district":
                return cls("district", (place,))
            case "circle":
                return cls("thana", tuple(_under(place, police_range)))
            case "thana":
                return cls("thana", (place,))
            case _:
                raise ValueError(f"no office: {office}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whole Indian days: `first` and `last` both belong to them.

    `earlier` is the first day of the period to compare with, which ends where this one begins.
    Of a place with fewer than `k` tips nothing is told. `until`, on the wall clock in India, cuts
    the last day short: what stands open or overdue does so then. `district` and `category` narrow
    what is counted, and never widen what the reader may see; empty is all.
    """

    first: date
    last: date
    earlier: date
    reader: Reader
    k: int
    until: datetime | None = None
    district: str = ""
    category: str = ""


def _under(circle: str, police_range: PoliceRange) -> Iterable[str]:
    return (thana.id for thana in police_range.thanas if thana.parent == circle)
