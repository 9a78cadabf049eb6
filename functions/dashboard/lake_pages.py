"""The pages that count over the lake: overview, stations, one station, the map."""

from collections.abc import Callable
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.access import Page
from functions.dashboard.ahead import ask_ahead
from functions.dashboard.chosen import PERIODS, WEEKS, chosen
from functions.dashboard.hotspots import hotspots
from functions.dashboard.overview import overview
from functions.dashboard.routes import Route, html
from functions.dashboard.scene import Scene
from functions.dashboard.showing import show
from functions.dashboard.station import one_station
from functions.dashboard.stations import percent_in_time, stations
from functions.dashboard.visit import Visit

MAKERS: Final[dict[Page, Callable[[Scene], object]]] = {
    "overview": overview,
    "stations": stations,
    "station": one_station,
    "hotspots": hotspots,
}


def _page(visit: Visit) -> Response[str]:
    stores = visit.stores
    scene = Scene.of(visit, chosen(visit.query, visit.viewer, stores.police_range))
    ask_ahead(visit.page, scene, at_once=stores.at_once)
    return html(200, _shown(visit, scene))


def _shown(visit: Visit, scene: Scene) -> str:
    language, chosen = visit.language, scene.chosen
    return show(
        visit,
        chosen,
        told=MAKERS[visit.page](scene),
        now=scene.now,
        here=lambda **changes: chosen.address(f"/{language}/{visit.page}", **changes),
        address=lambda to, **changes: chosen.address(f"/{language}/{to}", **changes),
        districts=visit.viewer.districts(scene.police_range),
        categories=scene.police_range.categories,
        periods=WEEKS if visit.page == "hotspots" else PERIODS,
        percent_in_time=percent_in_time,
        least=scene.police_range.reports.least,
    )


ROUTES: Final = tuple(Route("GET", f"/{page}", page, _page) for page in MAKERS)
