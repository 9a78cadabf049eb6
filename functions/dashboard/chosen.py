"""What a viewer has chosen to see, as it stands in the address of a page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal, cast, get_args
from urllib.parse import urlencode

from functions.dashboard.viewer import Viewer
from satark.police_range.model import PoliceRange
from satark.sensitivity import LEVELS, Level

Sort = Literal["overdue", "tips", "accept", "in_time", "name"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
Standing = Literal["open", "overdue", "closed", "all"]
STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)
Order = Literal["urgent", "newest"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
PERIODS: Final = (7, 30, 90)
"""Days until now. The period before is as long."""
WEEKS: Final = (4, 13, 26)
"""Of a map: whole weeks that are over, so that it shows the same from Monday to Sunday."""

_SHEET: Final = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


class NoSuchPage(Exception):
    """There is none, or not for this viewer: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """`district`, `category` and `thana` are ids; empty is all, and no station.

    `level` to `sheet` are of the list of cases; `sheet` counts from 1.
    """

    days: int = 30
    weeks: int = 4
    district: str = ""
    category: str = ""
    thana: str = ""
    sort: Sort = "overdue"
    level: Level | Literal[""] = ""
    standing: Standing = "open"
    order: Order = "urgent"
    sheet: int = 1

    @property
    def kept(self) -> "Chosen":
        """What stays chosen from page to page: no station, no order, nothing of the list."""
        return Chosen(self.days, self.weeks, self.district, self.category)

    def address(self, path: str, **changes: object) -> str:
        """Of a page with this choice or a changed one; what is as usual is left out."""
        changed = replace(self, **changes)  # type: ignore[arg-type] # templates name the fields
        usual = Chosen()
        values = {field.name: getattr(changed, field.name) for field in fields(self)}
        said = {name: value for name, value in values.items() if value != getattr(usual, name)}
        return f"{path}?{urlencode(said)}" if said else path

    def first(self, today: date) -> date:
        return today - timedelta(days=self.days - 1)

    def earlier(self, today: date) -> date:
        return self.first(today) - timedelta(days=self.days)

    def share(self, now: datetime) -> float:
        """How much of the period has passed, of 1: the last of its days is not over."""
        passed = (now.hour * 60 + now.minute) / (24 * 60)
        return (self.days - 1 + passed) / self.days

    def sunday(self, today: date) -> date:
        """The last one that is over."""
        return today - timedelta(days=today.isoweekday())


def chosen(query: Mapping[str, str], viewer: Viewer, police_range: PoliceRange) -> Chosen:
    """Raises NoSuchPage for whatever no link of ours says to this viewer."""
    usual = Chosen()
    districts = ["", *(one.id for one in viewer.districts(police_range))]
    thanas = ["", *(one.id for one in viewer.thanas(police_range))]
    categories = ["", *(one.id for one in police_range.categories)]
    return Chosen(
        days=int(_one_of(map(str, PERIODS), query.get("days", str(usual.days)))),
        weeks=int(_one_of(map(str, WEEKS), query.get("weeks", str(usual.weeks)))),
        district=_one_of(districts, query.get("district", "")),
        thana=_one_of(thanas, query.get("thana", "")),
        category=_one_of(categories, query.get("category", "")),
        sort=cast("Sort", _one_of(SORTS, query.get("sort", usual.sort))),
        level=cast("Level", _one_of(["", *LEVELS], query.get("level", ""))),
        standing=cast("Standing", _one_of(STANDINGS, query.get("standing", usual.standing))),
        order=cast("Order", _one_of(ORDERS, query.get("order", usual.order))),
        sheet=_sheet(query.get("sheet", str(usual.sheet))),
    )


def _sheet(said: str) -> int:
    if not _SHEET.fullmatch(said):
        raise NoSuchPage
    return int(said)


def _one_of(known: Iterable[str], said: str) -> str:
    if said not in set(known):
        raise NoSuchPage
    return said
