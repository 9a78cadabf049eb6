"""The weeks, fortnights and months that a report is about, and the days on which each is due.

A day is a day in India; whoever has the clock turns its hour into one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Span = Literal["week", "fortnight", "month"]

A_DAY: Final = timedelta(days=1)
SECOND_HALF: Final = 16
"""The day of the month on which its second fortnight begins."""
NAME: Final = re.compile(
    r"(?P<year>[1-9][0-9]{3})-(?:W(?P<week>[0-9]{2})|(?P<month>[0-9]{2})(?:-H?(?P<half>[12]))?)",
)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days: `first` and `last` both belong to it."""

    span: Span
    first: date
    last: date

    @property
    def name(self) -> str:
        """`2026-W47` (ISO 8601 week, from Monday), `2026-11-H1` or `2026-11`."""
        if self.span == "week":
            return self.first.strftime("%G-W%V")
        month = self.first.strftime("%Y-%m")
        if self.span == "month":
            return month
        return f"{month}-H{1 if self.first.day < SECOND_HALF else 2}"

    @property
    def days(self) -> int:
        """How many days: months and fortnights differ, so a change in tips is read with both."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The period of the same span that ends the day before this one begins."""
        return holding(self.first - A_DAY, span=self.span)


def holding(day: date, *, span: Span) -> Period:
    """The week, fortnight or month that the day lies in."""
    if span == "week":
        monday = day - timedelta(days=day.weekday())
        return Period(span, monday, monday + timedelta(days=6))
    if span == "fortnight" and day.day < SECOND_HALF:
        return Period(span, day.replace(day=1), day.replace(day=SECOND_HALF - 1))
    first = day.replace(day=1 if span == "month" else SECOND_HALF)
    return Period(span, first, _end_of_month(day))


def named(name: str) -> Period:
    """The period of a name that `Period.name` gives; the H of a fortnight may be left out.

    Raises ValueError for any other text, and for a week or month that no year has.
    """
    if (found := NAME.fullmatch(name)) is None:
        raise ValueError("a period is named like 2026-11, 2026-11-H1 or 2026-W47")
    year = int(found["year"])
    if found["week"]:
        return holding(date.fromisocalendar(year, int(found["week"]), 1), span="week")
    month = date(year, int(found["month"]), 1)
    if found["half"] is None:
        return holding(month, span="month")
    return holding(month.replace(day=1 if found["half"] == "1" else SECOND_HALF), span="fortnight")


def due_on(day: date) -> Iterator[Period]:
    """The periods that ended the day before: each is reported on this day and on no other."""
    yesterday = day - A_DAY
    spans: tuple[Span, ...] = ("week", "fortnight", "month")
    for span in spans:
        if (ended := holding(yesterday, span=span)).last == yesterday:
            yield ended


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - A_DAY
