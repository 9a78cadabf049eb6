"""The list of cases, and the search for one by its number."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.chosen import ORDERS, PERIODS, STANDINGS, chosen
from functions.dashboard.queue import MOST, queue
from functions.dashboard.routes import Route, html, see_other
from functions.dashboard.scene import Scene
from functions.dashboard.showing import show
from functions.dashboard.visit import Visit
from satark.case import tip_number
from satark.chain import is_superior
from satark.command.tip_numbers import numbers_in
from satark.sensitivity import LEVELS

LONGEST: Final = 40
"""What is typed into the search; more is no number."""


def _page(visit: Visit) -> Response[str]:
    if "number" in visit.query:
        return _sought(visit)
    wanted = chosen(visit.query, visit.viewer, visit.stores.police_range)
    return html(200, _shown(visit, Scene.of(visit, wanted)))


def _sought(visit: Visit) -> Response[str]:
    """To the case, which says no more of one that is not for this viewer than of none."""
    [number, *_] = [*numbers_in(visit.query["number"][:LONGEST]), "0"]
    return see_other(f"/{visit.language}/cases/{number}")


def _shown(visit: Visit, scene: Scene) -> str:
    language, chosen = visit.language, scene.chosen
    return show(
        visit,
        chosen,
        told=queue(scene),
        now=scene.now,
        here=lambda **changes: chosen.address(f"/{language}/cases", **changes),
        most=MOST,
        districts=visit.viewer.districts(scene.police_range),
        thanas=visit.viewer.thanas(scene.police_range),
        categories=scene.police_range.categories,
        levels=LEVELS,
        standings=STANDINGS,
        orders=ORDERS,
        periods=PERIODS,
        number=tip_number,
        precise=is_superior(visit.viewer.office),
    )


ROUTES: Final = (Route("GET", "/cases", "cases", _page),)
