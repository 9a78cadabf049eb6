"""The pool's pages and endpoints, over HTTP."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from functions.dashboard import rendering
from functions.dashboard.words import Words
from local.cognito.grants import Asked, Client, Grants, Refused
from local.cognito.signing import LIVES, Signer
from satark.police_range.model import PoliceRange

TEMPLATES: Final = Path(__file__).with_name("templates")
FOUND, BAD_REQUEST, NOT_FOUND = 302, 400, 404
NOT_KEPT: Final = {"Cache-Control": "no-store"}


class User(Protocol):
    """`claims` are those of the id token that are about this user."""

    @property
    def claims(self) -> Mapping[str, object]: ...


class PoolServer:
    """Whoever opens it is any of the `users`: it lists them in place of asking for a password."""

    def __init__(
        self,
        signer: Signer,
        client: Client,
        users: Sequence[User],
        police_range: PoliceRange,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._signer, self._client, self._users = signer, client, users
        self._range, self._now = police_range, now
        self._grants = Grants[User](client)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/oauth2/authorize", self._authorize, methods=["GET"]),
                Route("/login", self._login, methods=["POST"]),
                Route("/oauth2/token", self._token, methods=["POST"]),
                Route("/logout", self._logout, methods=["GET"]),
                Route("/.well-known/jwks.json", self._keys, methods=["GET"]),
                Route("/assets/{version}/{name}", self._asset, methods=["GET"]),
            ],
            exception_handlers={Refused: _refused},
        )

    async def _authorize(self, request: Request) -> Response:
        """A chosen user comes back with the same question, which is looked at anew."""
        Asked.of(request.query_params, self._client)
        page = rendering.environment(TEMPLATES).get_template("sign_in.html")
        words = Words(self._range, self._range.languages[-1])
        text = page.render(
            people=self._users, w=words, language=words.language, query=str(request.query_params)
        )
        return HTMLResponse(text, headers=NOT_KEPT)

    async def _login(self, request: Request) -> Response:
        """`person` is a place in the list."""
        asked = Asked.of(request.query_params, self._client)
        async with request.form() as form:
            users = {str(at): user for at, user in enumerate(self._users)}
            user = users.get(str(form.get("person")))
        if user is None:
            raise Refused("access_denied")
        code = self._grants.give(user, asked, self._now())
        answer = urlencode({"code": code, "state": asked.state})
        return RedirectResponse(f"{self._client.callback}?{answer}", FOUND, headers=NOT_KEPT)

    async def _token(self, request: Request) -> Response:
        now = self._now()
        async with request.form() as form:
            said = {name: value for name, value in form.items() if isinstance(value, str)}
        grant = self._grants.redeem(said, now)
        token = self._signer.id_token(grant.person.claims, nonce=grant.asked.nonce, now=now)
        told = {
            "id_token": token,
            "access_token": secrets.token_urlsafe(),
            "refresh_token": secrets.token_urlsafe(),
            "expires_in": LIVES.seconds,
            "token_type": "Bearer",
        }
        return JSONResponse(told, headers=NOT_KEPT)

    async def _logout(self, request: Request) -> Response:
        query = request.query_params
        asked = (query.get("client_id"), query.get("logout_uri"))
        if asked != (self._client.id, self._client.logout):
            raise Refused("invalid_request")
        return RedirectResponse(self._client.logout, FOUND, headers=NOT_KEPT)

    async def _keys(self, _request: Request) -> Response:
        return JSONResponse(self._signer.jwks())

    async def _asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in rendering.ASSETS:
            return Response("", NOT_FOUND)
        return Response(rendering.asset(name), media_type=rendering.ASSETS[name])


async def _refused(_request: Request, why: Exception) -> Response:
    return JSONResponse({"error": str(why)}, BAD_REQUEST, headers=NOT_KEPT)
