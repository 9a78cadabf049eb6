"""What a page says, in the viewer's language: the range's texts, and numbers and times as read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from satark.police_range.model import PoliceRange

MINUTE, HOUR, DAY = 60, 3600, 86400
_LAST_THREE: Final = 3


@dataclass(frozen=True, slots=True)
class Words:
    police_range: PoliceRange
    language: str

    def __call__(self, key: str, **values: object) -> str:
        return self.police_range.text(self.language, f"dashboard.{key}", **values)

    def sample(self) -> str:
        """In the words of the reports."""
        return self.police_range.text(self.language, "report.sample")

    def place(self, place: str) -> str:
        return self.police_range.name(self.language, f"place.{place}.name", otherwise=place)

    def role(self, role: str, place: str) -> str:
        """What somebody of this role at this place is called; a thana with its district."""
        district = self.place(place.partition("/")[0])
        return self(f"role_{role}", place=self.place(place), district=district)

    def office(self, office: str) -> str:
        """`thana:jaunpur/kotwali` by level, place and district."""
        level, _, place = office.partition(":")
        return self.role(level, place)

    def category(self, category: str) -> str:
        key = f"category.{category}.name"
        return self.police_range.name(self.language, key, otherwise=category)

    def level(self, level: str) -> str:
        return self.police_range.text(self.language, f"officer.level.{level}")

    def own_name(self, language: str) -> str:
        """Of a language: as its speakers call it."""
        [step] = [step.id for step in self.police_range.steps if step.kind == "language"]
        return self.police_range.text(language, f"step.{step}.choice.{language}")

    def day(self, day: date) -> str:
        """`24 नवंबर`."""
        return f"{day.day} {self('months').split()[day.month - 1]}"

    def moment(self, at: datetime, *, precise: bool = True) -> str:
        """A thana is told of a tip's time no more than the hour: satark.clock_face."""
        return (
            f"{self.day(at.date())}, {at:%H:%M}"
            if precise
            else f"{self.day(at.date())}, {at:%H}:00"
        )

    def lasting(self, seconds: float) -> str:
        """Of two days and more in days, of two hours and more in hours."""
        if seconds >= 2 * DAY:
            return self("days_long", count=round(seconds / DAY))
        if seconds >= 2 * HOUR:
            return self("hours_long", count=round(seconds / HOUR))
        return self("minutes_long", count=round(seconds / MINUTE))


def number(count: int) -> str:
    """Grouped as in India: 1,23,456."""
    text = str(count)
    head, tail = text[:-_LAST_THREE], text[-_LAST_THREE:]
    groups = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)]
    return ",".join([*reversed(groups), tail])
