"""Who looked at what, for the range office and whoever audits."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.audit import audit, sought
from functions.dashboard.chosen import PERIODS, chosen
from functions.dashboard.routes import Route, html
from functions.dashboard.scene import Scene
from functions.dashboard.showing import show
from functions.dashboard.visit import Visit
from satark.case import tip_number
from satark.chain import office_name
from satark.command.tip_numbers import numbers_in


def _page(visit: Visit) -> Response[str]:
    stores, query = visit.stores, visit.query
    common = chosen(
        {name: query[name] for name in ("days", "district", "sheet") if name in query},
        visit.viewer,
        stores.police_range,
    )
    number = next(numbers_in(query.get("number", "")[:40]), query.get("number", ""))
    wanted = sought(query.get("officer", ""), number, days=common.days, sheet=common.sheet)
    return html(
        200,
        show(
            visit,
            common,
            told=audit(Scene.of(visit, common), stores, wanted),
            wanted=wanted,
            named=lambda officer_id: _named(visit, officer_id),
            here=lambda **changes: wanted.address(f"/{visit.language}/audit", **changes),
            periods=PERIODS,
            number=tip_number,
        ),
    )


def _named(visit: Visit, officer_id: str) -> str:
    """By rank, name and office; of whoever is not in the roster the id."""
    officer = visit.stores.roster.officer(officer_id)
    if officer is None:
        return officer_id
    office = office_name(officer.office, visit.stores.police_range, visit.language)
    return f"{officer.rank} {officer.name}, {office}"


ROUTES: Final = (Route("GET", "/audit", "audit", _page),)
