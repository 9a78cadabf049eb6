"""The dashboard's function behind an address of this machine."""

from collections.abc import Callable
from datetime import datetime
from threading import Lock

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from functions.dashboard.site import Site
from local.dashboard.gateway import event_of, response_of
from local.dashboard.sample_evidence import PATH, sample


class Served:
    """`site` is asked for each page, and may keep its first caller waiting."""

    def __init__(self, site: Callable[[], Site], now: Callable[[], datetime]) -> None:
        self._site, self._now = site, now
        self._one_at_a_time = Lock()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route(PATH, sample),
                Route("/{path:path}", self._page, methods=["GET", "POST"]),
            ]
        )

    async def _page(self, request: Request) -> Response:
        event = event_of(request, (await request.body()).decode(), self._now())
        return await run_in_threadpool(self._answered, event)

    def _answered(self, event: dict[str, object]) -> Response:
        """One event at a time, as in each copy of a Lambda function."""
        with self._one_at_a_time:
            return response_of(self._site().answer(event))
