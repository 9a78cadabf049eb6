"""The districts of a report with their stations: where a total is withheld, so are its parts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from functions.reports.report import Count, District, Pace, Station
from functions.reports.suppression import suppressed
from satark.lake.answers import District as Standing
from satark.lake.answers import StationTrend, Times
from satark.lake.asked import Reader
from satark.police_range.model import PoliceRange


@dataclass(frozen=True, slots=True)
class Answers:
    standing: tuple[Standing, ...]
    stations: tuple[StationTrend, ...]
    times: tuple[Times, ...]

    def paces(self) -> dict[str, Times]:
        return {one.district: one for one in self.times if one.unit == "district" and one.district}

    def accepted(self) -> dict[str, int | None]:
        return {one.thana: one.accept_median for one in self.times if one.thana}


def districts(
    answers: Answers, police_range: PoliceRange, reader: Reader, *, least: int
) -> tuple[District, ...]:
    """All of the reader's, in the order of the range, with whatever else the lake knows of."""
    names = list(
        dict.fromkeys((*_own(police_range, reader), *(s.district for s in answers.standing)))
    )
    standing = {one.district: one for one in answers.standing}
    paces = answers.paces()

    def line(count: Callable[[Standing], int]) -> Sequence[Count]:
        counts = [count(standing[name]) if name in standing else 0 for name in names]
        return suppressed(counts, k=least).counts

    def missed(count: Callable[[Times], int]) -> Sequence[Count]:
        counts = [count(paces[name]) if name in paces else 0 for name in names]
        return suppressed(counts, k=least).counts

    columns = zip(
        names,
        line(lambda one: one.tips),
        line(lambda one: one.tips_before),
        missed(lambda one: one.accept_missed),
        missed(lambda one: one.report_missed),
        line(lambda one: one.open),
        line(lambda one: one.overdue),
        strict=True,
    )
    return tuple(
        District(
            id=name,
            tips=tips,
            before=before,
            accept=_pace(paces.get(name), tips, "accept"),
            report=_pace(paces.get(name), tips, "report"),
            late=late,
            late_reports=late_reports,
            open=opened,
            overdue=overdue,
            stations=tuple(_stations(name, (tips, before), answers, police_range, least)),
        )
        for name, tips, before, late, late_reports, opened, overdue in columns
    )


def _own(police_range: PoliceRange, reader: Reader) -> Iterator[str]:
    for place in police_range.districts:
        if (place.id in reader.places) is (reader.kind == "district"):
            yield place.id


def _pace(times: Times | None, tips: Count, what: str) -> Pace:
    """A time would tell that a withheld count is not that small."""
    if times is None or not tips:
        return Pace()
    if what == "accept":
        return Pace(times.accept_median, times.accept_p90)
    return Pace(times.report_median, times.report_p90)


def _stations(
    district: str,
    totals: tuple[Count, Count],
    answers: Answers,
    police_range: PoliceRange,
    least: int,
) -> Iterator[Station]:
    """In the order of the range; whose station nobody told comes last."""
    found = {one.thana: one for one in answers.stations if one.district == district}
    known = [thana.id for thana in police_range.thanas_of(district)]
    names = list(dict.fromkeys((*known, *filter(None, found), None)))
    now = _line([found[n].tips if n in found else 0 for n in names], totals[0], least)
    before = _line([found[n].tips_before if n in found else 0 for n in names], totals[1], least)
    accepted = answers.accepted()
    for name, tips, earlier in zip(names, now, before, strict=True):
        pace = accepted.get(name) if name and tips else None
        yield Station(name, tips, earlier, pace)


def _line(counts: Sequence[int], total: Count, least: int) -> Sequence[Count]:
    return suppressed(counts, k=least).counts if total is not None else [None] * len(counts)
