"""What becomes of a made-up tip: who accepts it when, what is found, and what is late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final, Literal

from local.seed.country import Station
from satark.case import (
    Action,
    ActionDetailed,
    AlertOpened,
    DeadlinePassed,
    Happening,
    OfficerActed,
    OfficerAssigned,
    OfficerReported,
    TipExtended,
    TipsterRated,
)
from satark.police_range.rules import Deadline
from satark.sensitivity import Level
from satark.tip import Evidence

type Moment = tuple[datetime, Happening]

HASTE: Final[dict[Level, float]] = {"normal": 1.6, "sensitive": 0.9, "critical": 0.18}
FOUND: Final[dict[Action, int]] = {
    "action_taken": 46,
    "nothing_found": 34,
    "false_information": 8,
}
EVENING, MORNING = 23, 7
"""Between these hours of the Indian day only what is critical is looked at."""


@dataclass(frozen=True, slots=True)
class Course:
    filed_at: datetime
    level: Level
    hours: Deadline
    station: Station
    chance: Random

    @property
    def officer(self) -> str:
        return f"sho-{self.station.thana.id}"

    def moments(self) -> Iterator[Moment]:
        """Without an order, and beyond any end."""
        accepted = self._accepted()
        yield from self._missed("accept", self.hours.accept, accepted)
        if self._happens(0.12):
            yield self._later(self.filed_at, hours=9), TipExtended(words="…")
        if accepted is None:
            return
        yield from self._acceptance(accepted)
        reported = self._later(accepted, hours=60 * HASTE[self.level])
        yield from self._missed("report", self.hours.report, reported)
        yield from self._report(reported)

    def _accepted(self) -> datetime | None:
        if self._happens(self.station.neglect):
            forgotten = self._happens(0.2)
            return None if forgotten else self._later(self.filed_at, hours=4 * self.hours.accept)
        usual = self.station.delay * HASTE[self.level]
        hours = usual * self.chance.lognormvariate(0, 0.7)
        at = self.filed_at + timedelta(hours=hours, minutes=5)
        asleep = self.level != "critical" and not MORNING <= at.hour < EVENING
        return at + timedelta(hours=(MORNING - at.hour) % 24) if asleep else at

    def _acceptance(self, at: datetime) -> Iterator[Moment]:
        if self._happens(0.05):
            before = self.filed_at + (at - self.filed_at) / 2
            yield before, OfficerActed(self.officer, "not_mine")
            yield at - timedelta(minutes=3), OfficerAssigned("sp", self.officer)
        yield at - timedelta(minutes=2), AlertOpened(self.officer)
        yield at, OfficerActed(self.officer, "accepted")

    def _report(self, at: datetime) -> Iterator[Moment]:
        if self._happens(0.12):
            yield at, OfficerActed(self.officer, "in_progress")
            at = self._later(at, hours=90)
        [found] = self.chance.choices(list(FOUND), list(FOUND.values()))
        yield at, OfficerActed(self.officer, found)
        if found == "action_taken":
            yield from self._action(at)
        if self._happens(0.25):
            yield self._later(at, hours=60), TipsterRated(helpful=self._happens(0.7))

    def _action(self, at: datetime) -> Iterator[Moment]:
        fir, arrested, seized = self._happens(0.42), self._happens(0.35), self._happens(0.45)
        soon = at + timedelta(minutes=4)
        yield soon, ActionDetailed(self.officer, fir="1" if fir else "")
        arrests = self.chance.choice((1, 1, 1, 2, 2, 3, 4)) if arrested else 0
        yield soon, ActionDetailed(self.officer, arrests=arrests)
        yield soon, ActionDetailed(self.officer, seizure="…" if seized else "")
        if self._happens(0.5):
            yield soon, OfficerReported(self.officer, evidence=Evidence("image", "kept"))
        if self._happens(0.9):
            yield self._later(at, hours=90), OfficerActed(self.officer, "closed")

    def _missed(
        self, what: Literal["accept", "report"], hours: int, done: datetime | None
    ) -> Iterator[Moment]:
        """At the deadline the officer is told, at one and a half times it the SP, then the DIG."""
        for step, part in ((1, 1.0), (2, 1.5), (3, 2.0)):
            at = self.filed_at + timedelta(hours=hours * part)
            if done is None or at < done:
                yield at, DeadlinePassed(what, step)

    def _later(self, at: datetime, *, hours: float) -> datetime:
        return at + timedelta(hours=self.chance.expovariate(1 / hours), minutes=5)

    def _happens(self, part: float) -> bool:
        return self.chance.random() < part
