"""The dashboard's function behind an address of this machine."""

from collections.abc import Callable, Sequence
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
    """`site` is asked for each page, and may keep its first caller waiting.

    `files` are what S3 would hand out.
    """

    def __init__(
        self, site: Callable[[], Site], now: Callable[[], datetime], files: Sequence[Route] = ()
    ) -> None:
        self._site, self._now, self._files = site, now, files
        self._one_at_a_time = Lock()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route(PATH, sample),
                *self._files,
                Route("/{path:path}", self._page, methods=["GET", "POST"]),
            ]
        )

    async def _page(self, request: Request) -> Response:
        event = event_of(request, await request.body(), self._now())
        return await run_in_threadpool(self._answered, event)

    def _answered(self, event: dict[str, object]) -> Response:
        """One event at a time, as in each copy of a Lambda function."""
        with self._one_at_a_time:
            return response_of(self._site().answer(event))
