"""A page as HTML: what it tells, within the frame that all pages share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from functions.dashboard import rendering
from functions.dashboard.access import Page, pages_for
from functions.dashboard.chosen import PERIODS, WEEKS
from functions.dashboard.hotspots import hotspots
from functions.dashboard.overview import overview
from functions.dashboard.scene import Scene
from functions.dashboard.station import one_station
from functions.dashboard.stations import percent_in_time, stations
from functions.dashboard.words import Words

MAKERS: Final[dict[Page, Callable[[Scene], object]]] = {
    "overview": overview,
    "stations": stations,
    "station": one_station,
    "hotspots": hotspots,
}


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    address: str
    current: bool
    language: str = ""


def show(page: Page, scene: Scene, words: Words, *, sample: bool) -> str:
    here = partial(scene.chosen.address, f"/{words.language}/{page}")
    return rendering.html(
        f"{page}.html",
        page=page,
        told=MAKERS[page](scene),
        w=words,
        language=words.language,
        viewer=scene.viewer,
        chosen=scene.chosen,
        now=scene.now,
        here=here,
        address=lambda to, **changes: scene.chosen.address(f"/{words.language}/{to}", **changes),
        pages=pages_for(scene.viewer.role),
        menu=_menu(page, scene, words),
        languages=_languages(page, scene, words),
        districts=scene.viewer.districts(scene.police_range),
        categories=scene.police_range.categories,
        periods=WEEKS if page == "hotspots" else PERIODS,
        percent_in_time=percent_in_time,
        sample=sample,
        least=scene.police_range.reports.least,
    )


def message(kind: str, words: Words) -> str:
    """A page that says one thing: `missing`, `refused` or `failed`."""
    return rendering.html("message.html", kind=kind, w=words, language=words.language)


def _menu(page: Page, scene: Scene, words: Words) -> tuple[Link, ...]:
    """What is chosen stays chosen from page to page, but not a station nor an order."""
    address = partial(scene.chosen.address, sort="overdue", thana="")
    return tuple(
        Link(words(f"page_{one}"), address(f"/{words.language}/{one}"), one == page)
        for one in pages_for(scene.viewer.role)
        if one != "station"
    )


def _languages(page: Page, scene: Scene, words: Words) -> tuple[Link, ...]:
    return tuple(
        Link(
            words.own_name(one), scene.chosen.address(f"/{one}/{page}"), one == words.language, one
        )
        for one in scene.police_range.languages
    )
