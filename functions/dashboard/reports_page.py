"""Reports of the viewer's office: those that were made, and the order of another.

A range office sees its SP offices' too. A file is fetched by a link that lives for minutes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.chosen import Chosen, NoSuchPage
from functions.dashboard.routes import Route, html, see_other
from functions.dashboard.showing import show
from functions.dashboard.visit import Visit
from functions.dashboard.words import Words
from satark.periods import Period, Span, holding, named
from satark.shelved import FORMS, Shelved

LIVES: Final = timedelta(minutes=5)
OFFERED: Final[dict[Span, int]] = {"month": 6, "fortnight": 6, "week": 8}
"""How many of each, counted back from the last that is over."""


@dataclass(frozen=True, slots=True)
class Kept:
    report: Shelved
    period: Period


def offered(today: date) -> dict[Span, tuple[Period, ...]]:
    """Periods that are over, the latest first."""
    return {span: tuple(_back(holding(today, span=span), many)) for span, many in OFFERED.items()}


def named_for(words: Words, period: Period) -> str:
    """`November 2026`, or its first and last day."""
    if period.span == "month":
        month = words("months").split()[period.first.month - 1]
        return words("report_month", month=month, year=period.first.year)
    first, last = words.day(period.first), words.day(period.last)
    return words(f"report_{period.span}", first=first, last=last, year=period.last.year)


def _back(period: Period, many: int) -> Iterator[Period]:
    for _ in range(many):
        period = period.before
        yield period


def _offices(visit: Visit) -> Sequence[str]:
    viewer = visit.viewer
    below = viewer.districts(visit.stores.police_range) if viewer.role == "range" else ()
    return [viewer.office, *(f"district:{one.id}" for one in below)]


def _kept(visit: Visit) -> list[Kept]:
    """The latest first, and of one period that of the viewer's own office."""
    found = [
        Kept(report, named(report.period))
        for office in _offices(visit)
        for report in visit.stores.reports.of(office)
    ]
    return sorted(found, key=lambda one: (one.period.last, one.period.days), reverse=True)


def _page(visit: Visit) -> Response[str]:
    kept, today = _kept(visit), visit.now.date()
    periods = offered(today)
    made = _one_of(periods, visit.query["made"]) if "made" in visit.query else None
    own = {one.period for one in kept if one.report.office == visit.viewer.office}
    page = show(
        visit,
        Chosen(),
        kept=kept,
        forms=tuple(FORMS),
        periods=periods,
        made=made,
        ready=made in own,
        named_for=lambda period: named_for(visit.words, period),
        several=visit.viewer.role == "range",
    )
    return html(200, page)


def _order(visit: Visit) -> Response[str]:
    """What is there, or is being made, is not made again."""
    period = _one_of(offered(visit.now.date()), visit.form.get("period", ""))
    office = visit.viewer.office
    if period.name not in {one.period for one in visit.stores.reports.of(office)}:
        visit.stores.orders.order(period.name, office)
    return see_other(f"/{visit.language}/reports?made={period.name}")


def _one_of(periods: dict[Span, tuple[Period, ...]], name: str) -> Period:
    for period in (one for each in periods.values() for one in each):
        if period.name == name:
            return period
    raise NoSuchPage


def _file(visit: Visit, office: str, period: str, form: str) -> Response[str]:
    for one in visit.stores.reports.of(office) if office in _offices(visit) else ():
        if one.period == period and form in one.forms:
            return see_other(visit.stores.reports.link(one, form, LIVES))
    raise NoSuchPage


ROUTES: Final = (
    Route("GET", "/reports", "reports", _page),
    Route("POST", "/reports", "reports", _order),
    Route("GET", "/reports/<office>/<period>/<form>", "reports", _file),
)
