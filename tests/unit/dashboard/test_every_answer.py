"""What holds for every address, also for those to come: headers, who may post, what none tells."""

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.dashboard.access import pages_for
from functions.dashboard.rendering import ASSETS, address_of
from functions.dashboard.routes import Route
from functions.dashboard.shield import shield
from functions.dashboard.site import ROUTES, Site
from functions.dashboard.viewer import Role
from local.leaks import find, forms_of
from satark.lake.queries import QueryEngine
from tests.samples import varanasi
from tests.unit.dashboard.visits import Rows, Views, claims, site_of, visit
from tests.unit.dashboard.walk import LANGUAGES, walk
from tests.unit.dashboard.world import CASE, HANDLE, IDENTITY_KEY, OFFICES, world

ENTRANCE = (("GET", "/"), ("GET", "/sign-in"), ("GET", "/sign-in/back"), ("GET", "/signed-out"))
SHIELD = shield(Views.origin)
LEAVE = ("POST", "/sign-out")
OWN_FORM = {"sec-fetch-site": "same-origin"}
FOREIGN: tuple[dict[str, str], ...] = (
    {},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"origin": "https://evil.example", "host": "dashboard.example"},
    {"origin": "null", "host": "dashboard.example"},
    {"referer": "https://dashboard.example/hi/overview", "host": "dashboard.example"},
)
SAID_BESIDES = {"Content-Type", "Cache-Control", "Location", "Refresh", "Content-Encoding"}
KEPT = "public, max-age=31536000, immutable"
ROLES: tuple[Role, ...] = tuple(OFFICES)


def path_of(route: Route) -> str:
    return "/hi" + re.sub("<[^>]+>", CASE, route.path)


EVERYWHERE = (
    *((one.method, path_of(one)) for one in ROUTES),
    *ENTRANCE,
    LEAVE,
    ("GET", "/hi/no-such-page"),
    ("GET", "/no-such-page"),
    ("GET", "/assets/x/site.py"),
    ("DELETE", "/hi/overview"),
)


@pytest.fixture(scope="module")
def site(everything: QueryEngine) -> Site:
    return world(everything, "पुल के पास")


@pytest.mark.parametrize(("method", "path"), EVERYWHERE)
def test_every_answer_carries_the_shield(site: Site, method: str, path: str) -> None:
    """Also where nobody is signed in, nothing is found, or nothing can be counted."""
    broken = site_of(Rows({}, fails=True), varanasi())
    whoever = [None, *(claims(role, OFFICES[role]) for role in ROLES)]
    for where, who, headers in product((site, broken), whoever, (OWN_FORM, {})):
        seen = visit(where, path, method=method, claims=who, headers=headers)
        assert {name: seen.headers.get(name) for name in SHIELD} == SHIELD
        assert seen.headers.keys() - SHIELD.keys() <= SAID_BESIDES
        assert seen.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_carries_it_too(site: Site, name: str) -> None:
    seen = visit(site, address_of(name), claims=None)
    assert seen.headers == SHIELD | {"Content-Type": ASSETS[name], "Cache-Control": KEPT}


@pytest.mark.parametrize(("method", "path"), [one for one in EVERYWHERE if one[0] == "POST"])
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_no_other_site_posts_for_an_officer(
    everything: QueryEngine, method: str, path: str, headers: dict[str, str]
) -> None:
    there = world(everything, "पुल के पास")
    before = repr(there._stores)  # noqa: SLF001 - all that a page could change
    for role in ROLES:
        who = claims(role, OFFICES[role])
        seen = visit(there, path, method=method, claims=who, headers=headers)
        assert (seen.status, seen.html, seen.cookies) == (403, "", ())
    assert repr(there._stores) == before  # noqa: SLF001 - as above


def test_a_link_changes_nothing(site: Site) -> None:
    """For another site can have an officer follow one: where forms are sent, no link leads."""
    pages = {path_of(one) for one in ROUTES if one.method == "GET"}
    for path in {path_of(one) for one in ROUTES if one.method == "POST"} - pages:
        assert visit(site, path).status == 404


@pytest.mark.parametrize("route", ROUTES, ids=lambda one: f"{one.method} {one.path}")
def test_an_address_opens_for_the_roles_of_its_page_alone(site: Site, route: Route) -> None:
    for role in ROLES:
        if route.page not in pages_for(role):
            who = claims(role, OFFICES[role])
            seen = visit(site, path_of(route), method=route.method, claims=who, headers=OWN_FORM)
            assert seen == visit(site, "/hi/no-such-page", claims=who)


@given(
    path=st.lists(st.text(max_size=12), max_size=4).map(lambda parts: "/" + "/".join(parts)),
    page=st.sampled_from([path_of(one) for one in ROUTES]),
    query=st.dictionaries(
        st.sampled_from(["days", "weeks", "thana", "district", "category", "sort", "number"])
        | st.text(max_size=8),
        st.text(max_size=20),
        max_size=3,
    ),
)
@settings(max_examples=60, deadline=None)
def test_no_address_breaks_it(
    everything: QueryEngine, path: str, page: str, query: dict[str, str]
) -> None:
    there = world(everything, "पुल के पास")
    for address in (path, page, page + path):
        seen = visit(there, address, query=query)
        assert seen.status in {200, 303, 403, 404}
        assert {name: seen.headers.get(name) for name in SHIELD} == SHIELD
        assert not any(set(value) & set("\r\n") for value in seen.headers.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_no_page_holds_what_could_lead_to_anybody(site: Site, role: Role, language: str) -> None:
    secrets: tuple[Any, ...] = tuple(map(forms_of, (HANDLE, IDENTITY_KEY, "sealed-of-", "p-of-")))
    for route, seen in walk(site, role, language).items():
        held = [name for forms in secrets for name in find(forms, seen.html.encode())]
        assert (route.path, held) == (route.path, [])
