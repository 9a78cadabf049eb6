"""Coming in by the pool and going out: what is believed, and all that is not."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from functions.dashboard.sign_in.attempt import Attempt, own_page
from functions.dashboard.sign_in.cookies import ATTEMPT, SESSION
from functions.dashboard.sign_in.entrance import Entrance
from functions.dashboard.sign_in.keys import Keys
from functions.dashboard.site import Site
from local.cognito.signing import KID
from satark.ports import CodeRefused, PoolUnavailable
from tests.samples import varanasi
from tests.unit.dashboard.visits import (
    ADDRESS,
    DIG,
    NOW,
    OnePool,
    Rows,
    Seen,
    signer,
    stores_of,
    visit,
)

OWN = {"sec-fetch-site": "same-origin"}
SECRETS = iter(range(10**6))


class Pool(OnePool):
    """Counts, and may refuse or be silent."""

    def __init__(self, token: str = "") -> None:
        super().__init__(signer(), token)
        self.redeemed: list[tuple[str, str]] = []
        self.fetched = 0
        self.fails: Exception | None = None

    def exchange(self, code: str, verifier: str) -> str:
        self.redeemed.append((code, verifier))
        if self.fails:
            raise self.fails
        return super().exchange(code, verifier)

    def keys(self) -> Any:
        self.fetched += 1
        if self.fails:
            raise self.fails
        return super().keys()


def site(pool: Pool) -> Site:
    entrance = Entrance(pool, ADDRESS, chance=lambda size: next(SECRETS).to_bytes(size))
    return Site(stores_of(Rows({}), varanasi()), entrance=entrance)


def said(**changes: object) -> dict[str, object]:
    now = int(NOW.timestamp())
    return {
        **DIG,
        "iss": ADDRESS.issuer,
        "aud": ADDRESS.client_id,
        "token_use": "id",
        "nonce": "n",
        "iat": now - 60,
        "exp": now + 60,
        **changes,
    }


def signed(claims: Mapping[str, object], *, headers: Mapping[str, str] | None = None) -> str:
    told = {"kid": KID, **(headers or {})}
    return jwt.encode(dict(claims), signer().key, algorithm="RS256", headers=told)


def with_session(token: str, path: str = "/hi/overview", pool: Pool | None = None) -> Seen:
    return visit(site(pool or Pool()), path, claims=None, cookies=[f"{SESSION}={token}"])


def begun(one: Site, to: str | None = None) -> tuple[dict[str, str], str]:
    """The question to the pool, and the cookie."""
    seen = visit(one, "/sign-in", claims=None, query={"to": to} if to else {})
    assert seen.status == 303
    [attempt] = seen.cookies
    query = parse_qs(urlsplit(seen.headers["Location"]).query, strict_parsing=True)
    return {name: value for name, [value] in query.items()}, attempt.partition(";")[0]


def test_one_is_sent_to_the_pool_with_a_question_that_only_this_browser_can_finish() -> None:
    one = site(Pool())
    seen = visit(one, "/sign-in", claims=None)
    asked, attempt = begun(one)
    again, another = begun(one)
    address = urlsplit(seen.headers["Location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        "https://login.example/oauth2/authorize"
    )
    assert asked == {
        "response_type": "code",
        "client_id": "a-client",
        "redirect_uri": "https://dashboard.example/signed-in",
        "scope": "openid profile",
        "state": asked["state"],
        "nonce": asked["nonce"],
        "code_challenge": asked["code_challenge"],
        "code_challenge_method": "S256",
    }
    fresh = ("state", "nonce", "code_challenge")
    assert len({*(asked[name] for name in fresh), *(again[name] for name in fresh)}) == 6
    kept = Attempt.read(attempt.removeprefix(f"{ATTEMPT}="))
    assert kept
    assert kept.verifier not in seen.headers["Location"]
    assert another != attempt
    [cookie] = seen.cookies
    assert cookie.split("; ")[1:] == ["Path=/", "Max-Age=600", "HttpOnly", "Secure", "SameSite=Lax"]


def test_whoever_comes_back_has_a_session_as_long_as_the_token() -> None:
    pool = Pool()
    one = site(pool)
    asked, attempt = begun(one, "/en/stations?district=ghazipur")
    pool.token = signer().id_token(DIG, nonce=asked["nonce"], now=NOW)
    seen = visit(
        one,
        "/signed-in",
        claims=None,
        cookies=[attempt],
        query={"code": "c", "state": asked["state"]},
    )
    assert (seen.status, seen.headers["Location"]) == (303, "/en/stations?district=ghazipur")
    assert seen.cookies == (
        f"{SESSION}={pool.token}; Path=/; Max-Age=14400; HttpOnly; Secure; SameSite=Lax",
        f"{ATTEMPT}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax",
    )
    assert pool.token not in seen.html + str(seen.headers)
    assert with_session(pool.token).status == 200
    [(code, verifier)] = pool.redeemed
    kept = Attempt.read(attempt.removeprefix(f"{ATTEMPT}="))
    assert kept
    assert (code, verifier) == ("c", kept.verifier)


@pytest.mark.parametrize(
    "wrong",
    ["no attempt", "two attempts", "a mangled attempt", "another state", "no state", "no code"],
)
def test_an_answer_to_another_question_is_not_redeemed(wrong: str) -> None:
    pool = Pool()
    one = site(pool)
    asked, attempt = begun(one)
    pool.token = signer().id_token(DIG, nonce=asked["nonce"], now=NOW)
    query = {"code": "c", "state": asked["state"]}
    other, another = begun(one)
    cookies = {
        "no attempt": [],
        "two attempts": [attempt, another],
        "a mangled attempt": [attempt[:-9]],
    }.get(wrong, [attempt])
    query |= {"state": other["state"]} if wrong == "another state" else {}
    query = {name: value for name, value in query.items() if wrong != f"no {name}"}
    if wrong == "a mangled attempt":
        cookies = [attempt.replace(".", "", 1)]
    seen = visit(one, "/signed-in", claims=None, cookies=cookies, query=query)
    assert_refused(seen)
    assert pool.redeemed == []


@pytest.mark.parametrize(
    "changes",
    [{"nonce": "another"}, {"aud": "another"}, {"iss": "https://evil.example"}, {"exp": 1}],
    ids=str,
)
def test_a_token_that_answers_another_question_is_no_session(changes: dict[str, object]) -> None:
    pool = Pool()
    one = site(pool)
    asked, attempt = begun(one)
    query = {"code": "c", "state": asked["state"]}
    pool.token = signed(said(nonce=asked["nonce"]) | changes)
    assert_refused(visit(one, "/signed-in", claims=None, cookies=[attempt], query=query))
    pool.token = signed(said(nonce=asked["nonce"]))
    seen = visit(one, "/signed-in", claims=None, cookies=[attempt], query=query)
    assert seen.status == 303


def test_a_code_that_the_pool_refuses_and_a_pool_that_is_silent() -> None:
    pool = Pool()
    one = site(pool)
    asked, attempt = begun(one)
    query = {"code": "a replayed one", "state": asked["state"]}
    pool.fails = CodeRefused()
    assert_refused(visit(one, "/signed-in", claims=None, cookies=[attempt], query=query))
    pool.fails = PoolUnavailable()
    seen = visit(one, "/signed-in", claims=None, cookies=[attempt], query=query)
    assert (seen.status, seen.cookies) == (503, ())
    assert with_session(signed(said()), pool=pool).status == 503


def assert_refused(seen: Seen) -> None:
    """The same page whatever was wrong, and no session."""
    title = varanasi().text("hi", "dashboard.title_refused")
    assert (seen.status, title in seen.html) == (403, True)
    [cookie] = seen.cookies
    assert cookie.startswith(f"{ATTEMPT}=; Path=/; Max-Age=0;")


STRANGER = generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC = signer().key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _part(text: object) -> str:
    return urlsafe_b64encode(json.dumps(text).encode()).rstrip(b"=").decode()


def _hmac(key: bytes) -> str:
    """PyJWT refuses to make one of these; whoever forges does not use it."""
    import hmac  # noqa: PLC0415 - here only

    told = f"{_part({'alg': 'HS256', 'kid': KID})}.{_part(said())}"
    tag = hmac.digest(key, told.encode(), "sha256")
    return f"{told}.{urlsafe_b64encode(tag).rstrip(b'=').decode()}"


def _without(*names: str) -> dict[str, object]:
    return {name: value for name, value in said().items() if name not in names}


def _changed(token: str) -> str:
    """Somebody else's claims under a good signature."""
    head, body, signature = token.split(".")
    claims = json.loads(urlsafe_b64decode(body + "=="))
    return f"{head}.{_part(claims | {'custom:officer': 'of-range:varanasi'})}.{signature}"


NOW_S = int(NOW.timestamp())
FORGED = {
    "nothing": "",
    "no token": "x",
    "three parts": "a.b.c",
    "expired": signed(said(exp=NOW_S)),
    "issued later": signed(said(iat=NOW_S + 61)),
    "not yet valid": signed(said(nbf=NOW_S + 61)),
    "times that are texts": signed(said(exp=str(NOW_S + 60))),
    "without an end": signed(_without("exp")),
    "without a beginning": signed(_without("iat")),
    "for another client": signed(said(aud="another")),
    "for two clients": signed(said(aud=["a-client", "another"])),
    "for nobody": signed(_without("aud")),
    "of another pool": signed(said(iss="https://pool.example/ap-south-1_Other")),
    "of no pool": signed(_without("iss")),
    "an access token": signed(said(token_use="access")),
    "without a use": signed(_without("token_use")),
    "without a nonce": signed(_without("nonce")),
    "signed by a stranger": jwt.encode(said(), STRANGER, "RS256", {"kid": KID}),
    "of an unknown key": signed(said(), headers={"kid": "another"}),
    "of no key": jwt.encode(said(), signer().key, "RS256"),
    "unsigned": f"{_part({'alg': 'none', 'kid': KID})}.{_part(said())}.",
    "unsigned, with a signature": f"{_part({'alg': 'none', 'kid': KID})}.{_part(said())}.e30",
    "HMAC with the public key": _hmac(PUBLIC),
    "by another algorithm": jwt.encode(said(), signer().key, "RS512", {"kid": KID}),
    "claims exchanged": _changed(signed(said(**{"custom:officer": "of-thana:ghazipur/zamania"}))),
}


def test_the_pool_own_token_opens() -> None:
    assert with_session(signed(said())).status == 200
    assert with_session(signed(said(iat=NOW_S + 59))).status == 200
    assert with_session(signed(said(exp=NOW_S + 1))).status == 200


@pytest.mark.parametrize("what", FORGED)
def test_what_the_pool_did_not_give_is_as_no_session(what: str) -> None:
    nobody = visit(site(Pool()), "/hi/overview", claims=None)
    assert with_session(FORGED[what]) == nobody
    assert nobody.status == 303
    seen = visit(
        site(Pool()),
        "/hi/overview",
        claims=None,
        cookies=[f"{SESSION}={FORGED[what]}"],
        method="POST",
        headers=OWN,
    )
    assert seen.status in {403, 404}


def test_two_sessions_at_once_are_none() -> None:
    good = f"{SESSION}={signed(said())}"
    for both in ([good, f"{SESSION}=x"], [f"{SESSION}=x", good], [good, good]):
        assert visit(site(Pool()), "/hi/overview", claims=None, cookies=both).status == 303


def test_a_forged_key_id_does_not_send_us_to_the_pool_each_time() -> None:
    pool = Pool()
    one = site(pool)
    for forged in (*FORGED.values(), signed(said()), *FORGED.values()):
        visit(one, "/hi/overview", claims=None, cookies=[f"{SESSION}={forged}"])
    assert pool.fetched == 1


def test_a_new_key_is_fetched_and_a_withdrawn_one_is_let_go() -> None:
    known: list[Mapping[str, object]] = []
    keys = Keys(lambda: tuple(known))
    assert keys.key(KID, NOW) is None
    known += signer().jwks()["keys"]
    assert keys.key(KID, NOW + timedelta(seconds=60)) is None
    assert keys.key(KID, NOW + timedelta(seconds=61))
    known.clear()
    assert keys.key(KID, NOW + timedelta(minutes=61))
    assert keys.key(KID, NOW + timedelta(minutes=62)) is None


@pytest.mark.parametrize(
    "changes",
    [{"kty": "oct", "k": "AAAA"}, {"use": "enc"}, {"n": "!"}, {"n": "", "e": ""}],
    ids=str,
)
def test_a_key_of_another_kind_is_none_of_ours(changes: dict[str, str]) -> None:
    [key] = signer().jwks()["keys"]
    assert Keys(lambda: [key | changes]).key(KID, NOW) is None


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/hi/overview",
        "//evil.example/hi/overview",
        "/\\evil.example",
        "/hi//evil.example/",
        "/hi/../../evil",
        "\\/hi/overview",
        "/hi/overview\r\nSet-Cookie: a=b",
        "/hi/overview#//evil",
        "/hi/overview?to=https://evil.example",
        "/hi/@evil.example",
        "javascript:alert(1)",
        "/sign-out",
        "/xyz/overview",
        "/hi/" + "a" * 81,
        " /hi/overview",
        "",
    ],
)
def test_the_way_back_leads_to_our_own_pages_alone(to: str) -> None:
    pool = Pool()
    one = site(pool)
    asked, attempt = begun(one, to)
    pool.token = signer().id_token(DIG, nonce=asked["nonce"], now=NOW)
    query = {"code": "c", "state": asked["state"]}
    seen = visit(one, "/signed-in", claims=None, cookies=[attempt], query=query)
    assert (seen.status, seen.headers["Location"]) == (303, "/")
    written = urlsafe_b64encode(to.encode()).decode().rstrip("=")
    forged = attempt.rpartition(".")[0] + "." + written
    seen = visit(one, "/signed-in", claims=None, cookies=[forged], query=query)
    assert (seen.status, seen.headers["Location"]) == (303, "/")


@pytest.mark.parametrize(
    "to", ["/hi/overview", "/en/cases/4829-1376", "/hi/cases?q=%E0%A4%95&days=30", "/en/case?id=1"]
)
def test_one_comes_to_the_page_that_was_asked_for(to: str) -> None:
    assert own_page(to) == to


def test_going_out_leaves_nothing_in_the_browser_and_goes_on_to_the_pool() -> None:
    seen = visit(site(Pool()), "/sign-out", method="POST", headers=OWN)
    out = "https%3A%2F%2Fdashboard.example%2Fsigned-out"
    assert (seen.status, seen.headers["Refresh"]) == (
        200,
        f"0; url=https://login.example/logout?client_id=a-client&logout_uri={out}",
    )
    assert seen.cookies == tuple(
        f"{name}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax" for name in (SESSION, ATTEMPT)
    )
    left = visit(site(Pool()), "/signed-out", claims=None)
    assert (left.status, 'href="/sign-in"' in left.html) == (200, True)


def test_nobody_is_sent_out_by_a_link_or_from_elsewhere() -> None:
    assert visit(site(Pool()), "/sign-out").status == 404
    elsewhere = {"sec-fetch-site": "cross-site"}
    seen = visit(site(Pool()), "/sign-out", method="POST", headers=elsewhere)
    assert (seen.status, seen.cookies) == (403, ())


def test_whoever_may_not_enter_can_go_out_and_come_as_somebody_else() -> None:
    stranger = DIG | {"custom:officer": "nobody"}
    seen = visit(site(Pool()), "/hi/overview", claims=stranger)
    assert (seen.status, 'action="/sign-out"' in seen.html) == (403, True)
