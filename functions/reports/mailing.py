"""Each office gets the report of a period once, however often it is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from functions.reports.drawing import Press
from functions.reports.gathering import Centre, gather
from functions.reports.letter import enclosed, letter
from functions.reports.paper import paper
from satark.lake.queries import QueryEngine
from satark.periods import Period, due_on, named
from satark.police_range.model import PoliceRange
from satark.ports import Mailer, Mailings, ReportShelf

GIVEN_UP: Final = timedelta(minutes=20)
"""Longer than a run may take: whoever began so long ago is no more. A later look of the same
morning comes after it (infra/reports.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is to send. `period` None: whatever is due today; `office` None: every one.

    What is not `mailed` is laid on the office's shelf alone.
    """

    period: Period | None = None
    office: str | None = None
    sample: bool = False
    mailed: bool = True

    @classmethod
    def of(cls, event: dict[str, str | bool]) -> "Order":
        """`{"period": "2026-11", "office": "district:jaunpur", "mailed": false}`, each optional.

        Raises ValueError for a period that is none.
        """
        period, office = event.get("period"), event.get("office")
        return cls(
            period=named(str(period)) if period else None,
            office=str(office) if office else None,
            sample=bool(event.get("sample")),
            mailed=bool(event.get("mailed", True)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`failed` hears of what could not be made or sent; the others are sent all the same."""

    engine: QueryEngine
    mailer: Mailer
    mailings: Mailings
    shelf: ReportShelf
    press: Press
    police_range: PoliceRange
    centre: Centre
    sender: str
    failed: Callable[[Exception], None]

    def send(self, order: Order, *, now: datetime, today: date) -> bool:
        """Whether all went out, now or before. `today` is the Indian day."""
        periods = [order.period] if order.period else list(due_on(today))
        sent = [self._once(p, o, order, now, today) for p in periods for o in self._offices(order)]
        return all(sent)

    def _offices(self, order: Order) -> Iterable[str]:
        return [order.office] if order.office else self.police_range.reports.recipients

    def _once(self, period: Period, office: str, order: Order, now: datetime, today: date) -> bool:
        mailing = f"{period.name} {office}{'' if order.mailed else ' shelf'}"
        try:
            if self.mailings.begin(mailing, at=now, stale=now - GIVEN_UP):
                self._made(mailing, period, office, order, today)
                self._done(mailing, order)
        except Exception as error:  # noqa: BLE001 - one office's report must not keep another's
            self.failed(error)
            return False
        return True

    def _made(self, mailing: str, period: Period, office: str, order: Order, today: date) -> None:
        """What fails is begun anew: better a report that comes twice than none."""
        try:
            self._make(period, office, order, today)
        except Exception:
            self.mailings.withdraw(mailing)
            raise

    def _done(self, mailing: str, order: Order) -> None:
        if order.mailed:
            self.mailings.sent(mailing)
        else:
            self.mailings.withdraw(mailing)

    def _make(self, period: Period, office: str, order: Order, today: date) -> None:
        report = gather(
            self.engine,
            office=office,
            period=period,
            police_range=self.police_range,
            centre=self.centre,
        )
        told = paper(report, self.police_range, made=today, sample=order.sample)
        parts = enclosed(told, self.press)
        self.shelf.keep(office, period.name, {"pdf": parts.pdf, "xlsx": parts.xlsx})
        if order.mailed:
            to = self.police_range.reports.recipients.get(office, ())
            message = letter(parts, sender=self.sender, to=to)
            self.mailer.send(message, sender=self.sender, to=to)
