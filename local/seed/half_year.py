"""The half year as case events, each case from its tip to what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from local.seed.country import districts
from local.seed.course import Course, Moment
from local.seed.days import wishes
from local.seed.tips import IST, Told, told
from satark.case import CaseEvent, CaseMerged, CaseTransferred, TipFiled
from satark.identity import Handle
from satark.police_range.model import PoliceRange
from satark.rating import rate


def half_year(police_range: PoliceRange, *, last: date) -> Iterator[CaseEvent]:
    """Case by case; nothing happens after the Indian day `last`. The same range, the same cases."""
    chance = Random(f"{police_range.id} {last}")  # noqa: S311 - what is made up need not be secret
    country = districts(police_range, chance)
    seeding = _Seeding(police_range, chance, end=datetime.combine(last, time.max, tzinfo=IST))
    for wish in wishes(police_range, last=last, chance=chance):
        yield from seeding.case(
            told(wish, police_range=police_range, districts=country, chance=chance)
        )


@dataclass
class _Seeding:
    """`before`: the latest case of each station and kind, of which another may be a duplicate."""

    police_range: PoliceRange
    chance: Random
    end: datetime
    count: int = 0
    before: dict[tuple[str | None, str], str] = field(default_factory=dict)

    def case(self, told: Told) -> Iterator[CaseEvent]:
        self.count += 1
        case_id = f"{10_000_000 + self.count * 7_919_317 % 89_999_999}"
        filed = TipFiled(told.tip, Handle(f"handle-{case_id}"), rate(told.tip, self.police_range))
        moments = [(told.tip.filed_at, filed), *sorted(self._rest(filed, told), key=_at)]
        known = [moment for moment in moments if moment[0] <= self.end]
        for seq, (at, what) in enumerate(known, start=1):
            yield CaseEvent(case_id, seq, f"{case_id}-{seq}", at, what)
        self.before[told.tip.thana, told.tip.category] = case_id

    def _rest(self, filed: TipFiled, told: Told) -> Iterator[Moment]:
        at = told.tip.filed_at + timedelta(hours=self.chance.expovariate(0.2))
        same = self.before.get((told.tip.thana, told.tip.category))
        if same and self.chance.random() < 0.05:  # noqa: PLR2004 - made up
            yield at, CaseMerged("sp", same)
            return
        if self.chance.random() < 0.015:  # noqa: PLR2004 - made up
            yield at, CaseTransferred("sp", self.chance.choice(self.police_range.districts).id)
        level = filed.sensitivity.level
        hours = self.police_range.deadlines[level]
        yield from Course(told.tip.filed_at, level, hours, told.station, self.chance).moments()


def _at(moment: Moment) -> datetime:
    return moment[0]
