"""The dashboard's pages, a page on which to choose who looks at them, and a session for each."""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from functions.dashboard.rendering import environment
from functions.dashboard.same_origin import is_own
from functions.dashboard.shield import NOT_KEPT, SHIELD
from functions.dashboard.site import Site
from functions.dashboard.words import Words
from local.dashboard.gateway import event_of, response_of
from local.dashboard.people import Person
from satark.police_range.model import PoliceRange

COOKIE: Final = "session"
TEMPLATES: Final = Path(__file__).with_name("templates")
SEE_OTHER, FORBIDDEN = 303, 403
OPEN: Final = "/assets/"
"""What needs no session."""


class Demo:
    """Sessions live as long as this process. `site` may keep its first caller waiting."""

    def __init__(
        self, site: Callable[[], Site], people: Sequence[Person], police_range: PoliceRange
    ) -> None:
        self._site, self._people, self._range = site, people, police_range
        self._sessions: dict[str, Person] = {}
        self._one_at_a_time = Lock()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/sign-in", self._choose, methods=["GET"]),
                Route("/sign-in", self._sign_in, methods=["POST"]),
                Route("/sign-out", self._sign_out, methods=["POST"]),
                Route("/{path:path}", self._page, methods=["GET", "POST"]),
            ]
        )

    async def _choose(self, _request: Request) -> Response:
        page = environment(TEMPLATES).get_template("sign_in.html")
        words = Words(self._range, self._range.languages[-1])
        text = page.render(people=self._people, w=words, language=words.language)
        return HTMLResponse(text, headers={**SHIELD, "Cache-Control": NOT_KEPT})

    async def _sign_in(self, request: Request) -> Response:
        """`person` is a place in the list."""
        async with request.form() as form:
            chosen = {str(at): one for at, one in enumerate(self._people)}.get(
                str(form.get("person"))
            )
        if chosen is None or not is_own(request.method, request.headers):
            return Response("", FORBIDDEN, headers=SHIELD)
        token = secrets.token_urlsafe()
        self._sessions[token] = chosen
        answer = RedirectResponse(f"/{chosen.language}/overview", SEE_OTHER, headers=SHIELD)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
        return answer

    async def _sign_out(self, request: Request) -> Response:
        if not is_own(request.method, request.headers):
            return Response("", FORBIDDEN, headers=SHIELD)
        self._sessions.pop(request.cookies.get(COOKIE, ""), None)
        return RedirectResponse("/sign-in", SEE_OTHER, headers=SHIELD)

    async def _page(self, request: Request) -> Response:
        person = self._sessions.get(request.cookies.get(COOKIE, ""))
        if person is None and not request.url.path.startswith(OPEN):
            return RedirectResponse("/sign-in", SEE_OTHER, headers=SHIELD)
        event = event_of(request, person.claims if person else {})
        return await run_in_threadpool(self._answered, event)

    def _answered(self, event: dict[str, object]) -> Response:
        """One event at a time, as in each copy of a Lambda function."""
        with self._one_at_a_time:
            return response_of(self._site().answer(event))
