"""Each address of the dashboard, for each event of an HTTP API (payload format 2.0).

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, cast

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from functions.dashboard import (
    audit_page,
    case_page,
    cases_page,
    lake_pages,
    rendering,
    reports_page,
    settings_page,
)
from functions.dashboard.access import PAGES, pages_for
from functions.dashboard.bodies import raw_of
from functions.dashboard.chosen import NoSuchPage
from functions.dashboard.deeds import pages as deeds
from functions.dashboard.remembering import Remembering
from functions.dashboard.routes import Route, html, see_other
from functions.dashboard.same_origin import is_own
from functions.dashboard.shield import KEPT, NOT_KEPT, shield
from functions.dashboard.showing import ended, message
from functions.dashboard.sign_in.cookies import cookies_of
from functions.dashboard.sign_in.entrance import Entrance, NoSession
from functions.dashboard.sign_in.pages import SignInPages, sent_to_sign_in
from functions.dashboard.stores import Stores
from functions.dashboard.viewer import NotAViewer, Viewer, viewer_of
from functions.dashboard.visit import Visit
from functions.dashboard.words import Words
from satark import log
from satark.lake.queries import QueryFailed
from satark.ports import Conflicted, DeskFailed, PoolUnavailable

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

type Event = dict[str, Any]
type Answer = dict[str, Any]

ROUTES: Final[tuple[Route, ...]] = (
    *lake_pages.ROUTES,
    *cases_page.ROUTES,
    *case_page.ROUTES,
    *deeds.ROUTES,
    *audit_page.ROUTES,
    *reports_page.ROUTES,
    *settings_page.ROUTES,
)


class Site:
    """`sample`: what the stores hold is made up, and every page says so."""

    def __init__(self, stores: Stores, *, entrance: Entrance, sample: bool = False) -> None:
        self._stores = replace(stores, engine=Remembering(stores.engine))
        self._range, self._entrance, self._sample = stores.police_range, entrance, sample
        self._shield = shield(stores.evidence.origin)
        self._app = APIGatewayHttpResolver()
        self._app.get("/")(self._home)
        self._app.get("/assets/<version>/<name>")(self._asset)
        for route in ROUTES:
            self._app.route(f"/<language>{route.path}", [route.method])(self._answered(route))
        self._app.route("/<_language>/.+", ["GET", "POST"])(self._nowhere)
        SignInPages(self._app, entrance, now=self._moment, say=self._say)
        self._app.not_found(self._missing)
        self._app.exception_handler([NotAViewer])(self._refused)
        self._app.exception_handler([NoSuchPage])(self._missing)
        self._app.exception_handler([QueryFailed, Conflicted, DeskFailed])(self._failed)
        self._app.exception_handler([NoSession])(self._without_session)
        self._app.exception_handler([PoolUnavailable])(self._silent)

    def answer(self, event: Event) -> Answer:
        headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
        if not is_own(event["requestContext"]["http"]["method"], headers):
            return {
                "statusCode": 403,
                "headers": {"Cache-Control": NOT_KEPT, **self._shield},
                "body": "",
            }
        answer = self._app.resolve(event, cast("LambdaContext", None))
        answer["headers"] = {**self._shield, **answer["headers"]}
        return answer

    def _home(self) -> Response[str]:
        return see_other(f"/{self._viewer().language}/{PAGES[0]}")

    def _asset(self, version: str, name: str) -> Response[str]:
        if (
            name not in rendering.ASSETS
            or rendering.address_of(name) != f"/assets/{version}/{name}"
        ):
            raise NoSuchPage
        headers = {"Cache-Control": KEPT}
        text = rendering.asset(name)
        return Response(200, rendering.ASSETS[name], text, headers=headers, compress=True)

    def _nowhere(self, _language: str) -> Response[str]:
        self._viewer()
        raise NoSuchPage

    def _answered(self, route: Route) -> Callable[..., Response[str]]:
        def answer(language: str, **parts: str) -> Response[str]:
            return route.answer(self._visit(route, language), **parts)

        return answer

    def _visit(self, route: Route, language: str) -> Visit:
        """Raises NoSession, NotAViewer, PoolUnavailable, NoSuchPage."""
        viewer, event = self._viewer(), self._app.current_event
        raw = raw_of(event.raw_event)
        if language not in self._range.languages or route.page not in pages_for(viewer.role):
            raise NoSuchPage
        return Visit(
            id=event["requestContext"]["requestId"],
            stores=self._stores,
            viewer=viewer,
            page=route.page,
            language=language,
            path=str(event["rawPath"]).removeprefix(f"/{language}"),
            query=event.query_string_parameters,
            at=self._moment(),
            body=raw.decode(errors="replace"),
            raw=raw,
            sample=self._sample,
        )

    def _viewer(self) -> Viewer:
        """Raises NoSession, NotAViewer, and PoolUnavailable."""
        cookies = cookies_of(self._app.current_event.raw_event)
        claims = self._entrance.claims(cookies, self._moment())
        return viewer_of(claims, self._stores.roster, self._range)

    def _moment(self) -> datetime:
        epoch = self._app.current_event["requestContext"]["timeEpoch"] / 1000
        return datetime.fromtimestamp(epoch, UTC)

    def _without_session(self, _why: Exception) -> Response[str]:
        event = self._app.current_event
        if event.http_method == "GET":
            return sent_to_sign_in(event.raw_event)
        return html(403, ended(self._written(), self._words()))

    def _written(self) -> str:
        """On a case. Another form may hold an officer's number, which no page repeats."""
        event = self._app.current_event
        on_a_case = "/cases/" in str(event["rawPath"])
        return raw_of(event.raw_event).decode(errors="replace") if on_a_case else ""

    def _say(self, status: int, kind: str) -> Response[str]:
        return html(status, message(kind, self._words()))

    def _missing(self, _why: Exception) -> Response[str]:
        return self._say(404, "missing")

    def _refused(self, _why: Exception) -> Response[str]:
        return self._say(403, "refused")

    def _failed(self, why: Exception) -> Response[str]:
        log.failure("page_failed", why)
        return self._say(503, "failed")

    def _silent(self, why: Exception) -> Response[str]:
        log.failure("page_failed", why)
        return self._say(503, "silent")

    def _words(self) -> Words:
        """In the language of the address, if it has one."""
        said = str(self._app.current_event["rawPath"]).split("/")[1]
        languages = self._range.languages
        return Words(self._range, said if said in languages else languages[0])
