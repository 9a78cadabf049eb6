"""A report's words: every text in all languages of the range, the base language first."""

from collections.abc import Callable
from datetime import date
from typing import Final

from satark.periods import Period
from satark.police_range.model import PoliceRange

type Label = tuple[str, ...]
"""One text for each language."""

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
WITHHELD: Final = "•"
NONE: Final = "—"
"""Where there is nothing to count."""


class Words:
    def __init__(self, police_range: PoliceRange) -> None:
        self._range = police_range

    def __call__(self, name: str, /, **values: Label | str) -> Label:
        """The text under `report.<name>`, filled in each language with that language's values."""
        return self._each(lambda language, at: self._filled(f"report.{name}", language, at, values))

    def place(self, place_id: str) -> Label:
        return self._each(
            lambda language, _: self._range.name(
                language, f"place.{place_id}.name", otherwise=place_id
            )
        )

    def office(self, office: str) -> Label:
        return self.place(office.partition(":")[2])

    def category(self, name: str) -> Label:
        return self._each(
            lambda language, _: self._range.name(language, f"category.{name}.name", otherwise=name)
        )

    def level(self, name: str) -> Label:
        return self._each(lambda language, _: self._range.text(language, f"officer.level.{name}"))

    def title(self, period: Period) -> Label:
        return self(period.span)

    def dates(self, period: Period) -> Label:
        if period.span == "month":
            return self("of_month", month=self._month(period.first), year=str(period.first.year))
        return self("of_days", first=self._begins(period), last=self.day(period.last))

    def day(self, day: date) -> Label:
        return self("day", day=str(day.day), month=self._month(day), year=str(day.year))

    def mark(self, first: date, span: str) -> Label:
        """Under a column of the trend: the month, or the day on which it begins."""
        if span == "month":
            return self._month(first)
        return self("day_short", day=str(first.day), month=self._month(first))

    def lasting(self, seconds: int | None) -> Label:
        """A length of time, to two digits or so."""
        if seconds is None:
            return (NONE,) * len(self._range.languages)
        if seconds < HOUR:
            return self("minutes_long", count=str(max(1, round(seconds / MINUTE))))
        if seconds < 2 * DAY:
            return self("hours_long", count=_short(seconds / HOUR))
        return self("days_long", count=_short(seconds / DAY))

    def _begins(self, period: Period) -> Label:
        if period.first.year != period.last.year:
            return self.day(period.first)
        if period.first.month != period.last.month:
            return self("day_short", day=str(period.first.day), month=self._month(period.first))
        return (str(period.first.day),) * len(self._range.languages)

    def _month(self, day: date) -> Label:
        return self(f"month_{day.month:02}")

    def _each(self, said: Callable[[str, int], str]) -> Label:
        return tuple(said(language, at) for at, language in enumerate(self._range.languages))

    def _filled(self, key: str, language: str, at: int, values: dict[str, Label | str]) -> str:
        own = {name: each if isinstance(each, str) else each[at] for name, each in values.items()}
        return self._range.text(language, key, **own)


def _short(number: float) -> str:
    """`2.5`, `14`."""
    return f"{number:.1f}".removesuffix(".0") if number < 10 else f"{number:.0f}"  # noqa: PLR2004 - two digits say enough


def counted(count: int | None) -> str:
    return WITHHELD if count is None else str(count)


def changed(now: int | None, before: int | None) -> str:
    """`+12 %`; nothing where a number is withheld or there was nothing before."""
    if now is None or not before:
        return NONE
    return f"{round((now - before) / before * 100):+d} %".replace("-", "\N{MINUS SIGN}")
