"""The pool on this machine is as strict as the real one, and the adapter speaks to it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import jwt
import pytest
import urllib3
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from functions.dashboard.sign_in.attempt import Attempt
from functions.dashboard.sign_in.entrance import Address
from local.cognito.grants import CODE_LIVES, Asked, Client, Grants, Refused
from local.cognito.server import PoolServer
from local.cognito.signing import Signer
from local.dashboard.people import Enlisted, people
from local.system import example_roster
from local.whatsapp.server import ThreadedServer
from satark.aws.cognito import CognitoPool
from satark.ports import CodeRefused, PoolUnavailable
from tests.samples import varanasi

HOME = "http://127.0.0.1:9"
CLIENT = Client("a-client", callback=f"{HOME}/signed-in", logout=f"{HOME}/signed-out")
ATTEMPT = Attempt("s", "n", "v" * 43, "/")
PEOPLE = people(Enlisted(example_roster("varanasi")).officers, varanasi())
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SIGNER = Signer(issuer="http://pool", audience=CLIENT.id)
QUERY = {
    "response_type": "code",
    "client_id": CLIENT.id,
    "redirect_uri": CLIENT.callback,
    "scope": "openid profile",
    "state": "s",
    "nonce": "n",
    "code_challenge": ATTEMPT.challenge,
    "code_challenge_method": "S256",
}
FORM = {
    "grant_type": "authorization_code",
    "client_id": CLIENT.id,
    "redirect_uri": CLIENT.callback,
    "code_verifier": ATTEMPT.verifier,
}


@dataclass(frozen=True, slots=True)
class Pool:
    """Over HTTP, with whom the adapter speaks."""

    url: str
    http: urllib3.PoolManager

    def get(self, path: str, query: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        return self.http.request("GET", self._at(path, query), redirect=False)

    def chooses(self, person: str, query: Mapping[str, str] = QUERY) -> urllib3.BaseHTTPResponse:
        fields = {"person": person}
        return self.http.request("POST", self._at("/login", query), fields=fields, redirect=False)

    def _at(self, path: str, query: Mapping[str, str]) -> str:
        return f"{self.url}{path}?{urlencode(query)}"

    @property
    def adapter(self) -> CognitoPool:
        address = Address(
            pool_url=self.url, issuer=self.url, client_id=CLIENT.id, dashboard_url=HOME
        )
        return CognitoPool(
            self.http,
            url=address.pool_url,
            issuer=address.issuer,
            client_id=address.client_id,
            redirect_uri=address.redirect_uri,
        )


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with served(PoolServer(SIGNER, CLIENT, PEOPLE, varanasi()).app()) as one:
        yield one


@contextmanager
def served(app: Starlette) -> Iterator[Pool]:
    server = ThreadedServer(app)
    server.start()
    with urllib3.PoolManager() as http:
        yield Pool(server.url, http)
    server.stop()


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "another"},
        {"redirect_uri": f"{CLIENT.callback}/"},
        {"redirect_uri": "https://evil.example/signed-in"},
        {"response_type": "token"},
        {"scope": "profile"},
        {"code_challenge_method": "plain"},
        {"code_challenge": ""},
        {"code_challenge": "short"},
    ],
    ids=str,
)
def test_a_question_that_is_not_the_client_s_own_shows_no_page(
    pool: Pool, wrong: dict[str, str]
) -> None:
    assert pool.get("/oauth2/authorize", QUERY).status == 200
    assert pool.get("/oauth2/authorize", QUERY | wrong).status == 400
    answer = pool.chooses("0", QUERY | wrong)
    assert (answer.status, "location" in answer.headers) == (400, False)


def test_whoever_is_chosen_comes_back_with_a_code_and_nobody_else_does(pool: Pool) -> None:
    answer = pool.chooses("0")
    assert answer.status == 302
    assert answer.headers["location"].startswith(f"{CLIENT.callback}?code=")
    assert answer.headers["location"].endswith("&state=s")
    for nobody in ("", "-1", "999"):
        assert pool.chooses(nobody).status == 400


def test_one_leaves_to_the_address_that_is_allowed(pool: Pool) -> None:
    asked = {"client_id": CLIENT.id, "logout_uri": CLIENT.logout}
    answer = pool.get("/logout", asked)
    assert (answer.status, answer.headers["location"]) == (302, CLIENT.logout)
    for wrong in ({"logout_uri": "https://evil.example"}, {"client_id": "another"}):
        assert pool.get("/logout", asked | wrong).status == 400


def test_a_code_is_redeemed_once_by_whoever_asked_for_it_and_soon() -> None:
    grants = Grants[str](CLIENT)
    code = grants.give("somebody", Asked("s", "n", ATTEMPT.challenge), NOW)
    assert grants.redeem(FORM | {"code": code}, NOW).person == "somebody"
    with pytest.raises(Refused, match="invalid_grant"):
        grants.redeem(FORM | {"code": code}, NOW)


@pytest.mark.parametrize(
    ("wrong", "later"),
    [
        ({"code_verifier": "w" * 43}, timedelta()),
        ({"code_verifier": ""}, timedelta()),
        ({"redirect_uri": f"{HOME}/signed-out"}, timedelta()),
        ({"client_id": "another"}, timedelta()),
        ({"grant_type": "refresh_token"}, timedelta()),
        ({"code": "another"}, timedelta()),
        ({}, CODE_LIVES),
    ],
    ids=str,
)
def test_a_code_is_worth_nothing_to_others(wrong: dict[str, str], later: timedelta) -> None:
    grants = Grants[str](CLIENT)
    code = grants.give("somebody", Asked("s", "n", ATTEMPT.challenge), NOW)
    with pytest.raises(Refused):
        grants.redeem(FORM | {"code": code} | wrong, NOW + later)


def test_the_adapter_redeems_a_code_once_and_reads_the_keys(pool: Pool) -> None:
    code = pool.chooses("0").headers["location"].partition("code=")[2].partition("&")[0]
    token = pool.adapter.exchange(code, ATTEMPT.verifier)
    [key] = pool.adapter.keys()
    claims = jwt.decode(token, jwt.PyJWK(dict(key)), ["RS256"], audience=CLIENT.id)
    told: Mapping[str, object] = {"nonce": "n", "token_use": "id", "iss": "http://pool"}
    assert told.items() <= claims.items()
    assert PEOPLE[0].claims.items() <= claims.items()
    with pytest.raises(CodeRefused):
        pool.adapter.exchange(code, ATTEMPT.verifier)


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, "{}"), (200, "<html>"), (200, "[]"), (200, "{}"), (302, ""), (200, '{"id_token": 1}')],
)
def test_a_pool_in_trouble_is_unavailable_and_nothing_else(status: int, body: str) -> None:
    async def answer(_request: Request) -> Response:
        return Response(body, status, headers={"location": "http://127.0.0.1:9/"})

    routes = [Route("/{path:path}", answer, methods=["GET", "POST"])]
    with served(Starlette(routes=routes)) as trouble:
        for call in (lambda: trouble.adapter.exchange("c", "v"), trouble.adapter.keys):
            with pytest.raises(PoolUnavailable):
                call()


def test_a_pool_that_is_not_there_is_unavailable(pool: Pool) -> None:
    with pytest.raises(PoolUnavailable):
        replace(pool, url="http://127.0.0.1:9").adapter.keys()
