"""Reports on the made-up half year: made when they are ordered, and kept until the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from functions.reports.drawing import Press
from functions.reports.gathering import gather
from functions.reports.letter import enclosed
from functions.reports.paper import paper
from local.report import TYPEFACES
from satark.lake.cells import centre
from satark.lake.queries import QueryEngine
from satark.periods import named
from satark.police_range.model import PoliceRange
from satark.shelved import FORMS, Shelved

PATH: Final = "/sample-reports/{office}/{period}/{form}"


class SampleShelf:
    """ReportShelf and KeptReports. Its links lead to the dashboard's own address."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Mapping[str, bytes]] = {}

    def keep(self, office: str, period: str, files: Mapping[str, bytes]) -> None:
        self._kept[office, period] = files

    def of(self, office: str) -> Sequence[Shelved]:
        return [
            Shelved(office, period, frozenset(files))
            for (whose, period), files in self._kept.items()
            if whose == office
        ]

    def link(self, report: Shelved, form: str, lives: timedelta) -> str:  # noqa: ARG002 - a link of S3 ends
        return PATH.format(office=report.office, period=report.period, form=form)

    async def file(self, request: Request) -> Response:
        office, period, form = (request.path_params[part] for part in ("office", "period", "form"))
        body = self._kept[office, period][form]
        named_as = f'attachment; filename="{period}.{form}"'
        return Response(body, media_type=FORMS[form], headers={"Content-Disposition": named_as})


@dataclass(frozen=True, slots=True)
class SampleOrders:
    """ReportOrders, made at once."""

    engine: QueryEngine
    police_range: PoliceRange
    shelf: SampleShelf
    today: date

    def order(self, period: str, office: str) -> None:
        report = gather(
            self.engine,
            office=office,
            period=named(period),
            police_range=self.police_range,
            centre=centre,
        )
        told = paper(report, self.police_range, made=self.today, sample=True)
        made = enclosed(told, Press(TYPEFACES))
        self.shelf.keep(office, period, {"pdf": made.pdf, "xlsx": made.xlsx})
