"""The questions of a page, asked at the same time: Athena takes seconds for each, and bears many.

The page then finds the answers in memory (remembering.py), as if it asked one after another.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final

from functions.dashboard.access import Page
from functions.dashboard.scene import Scene
from satark.lake import queries
from satark.lake.queries import Query

type Asks = Callable[[Scene, Query[Any]], object]

QUESTIONS: Final[dict[Page, tuple[Asks, tuple[Query[Any], ...]]]] = {
    "overview": (
        Scene.rows,
        (
            *(queries.DISTRICTS, queries.STATION_DAYS, queries.OVERDUE),
            *(queries.TIMES, queries.CATEGORY_TREND),
        ),
    ),
    "stations": (Scene.rows, (queries.STATION_TREND, queries.TIMES, queries.OVERDUE)),
    "station": (
        Scene.rows,
        (queries.STATION_TREND, queries.TIMES, queries.OVERDUE, queries.STATION_DAYS),
    ),
    "hotspots": (Scene.week_rows, (queries.HOTSPOTS, queries.REPEAT_PLACES)),
}


def ask_ahead(page: Page, scene: Scene, *, at_once: int) -> None:
    """Nothing, where the engine takes one question at a time. Raises QueryFailed."""
    if at_once == 1:
        return
    ask, wanted = QUESTIONS[page]
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(partial(ask, scene), wanted))
