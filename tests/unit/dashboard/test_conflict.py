"""A case about a unit makes no difference to that unit, wherever it looks, whatever it asks."""

import re
from collections.abc import Iterator

import pytest

from functions.dashboard.access import ACCESS
from functions.dashboard.routes import Route
from functions.dashboard.site import ROUTES, Site
from functions.dashboard.viewer import Role
from satark.case import CaseEvent, TipFiled
from satark.identity import Handle
from satark.lake.duckdb_engine import DuckDbEngine
from satark.rating import rate
from satark.tip import Conflict
from tests.fakes import Ledger
from tests.samples import varanasi
from tests.unit.dashboard.visits import Seen, claims, site_of, tip, visit, write_events
from tests.unit.dashboard.walk import LANGUAGES, choices, walk
from tests.unit.dashboard.world import OFFICES, OWN

ORDINARY, ABOUT_THEM, NOBODYS = ("11112222", "33334444"), "55556666", "77778888"
ITS = {"category": "liquor", "thana": OWN, "district": "ghazipur"}
CONFLICTED: list[tuple[Role, Conflict]] = [
    ("thana", Conflict.STATION),
    ("thana", Conflict.DISTRICT),
    ("district", Conflict.DISTRICT),
]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Conflict, Site]]:
    """By the kind of the case that was added to the ordinary ones; NONE is without it."""
    engines, made = [], {}
    for about in Conflict:
        cases = {case_id: filed(case_id, Conflict.NONE) for case_id in ORDINARY}
        if about is not Conflict.NONE:
            cases[ABOUT_THEM] = filed(ABOUT_THEM, about)
        folder = tmp_path_factory.mktemp("lake")
        write_events(folder, (event for one in cases.values() for event in one), varanasi())
        engines.append(DuckDbEngine(folder, kept=True))
        made[about] = site_of(engines[-1], varanasi(), cases=Ledger(cases))
    yield made
    for engine in engines:
        engine.__exit__()


def filed(case_id: str, about: Conflict) -> list[CaseEvent]:
    one = tip(OWN, about=about)
    what = TipFiled(one, Handle("h"), rate(one, varanasi()))
    return [CaseEvent(case_id, 1, f"{case_id}-1", one.filed_at, what)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("role", "about"), CONFLICTED)
def test_every_page_is_the_same_letter_by_letter(
    sites: dict[Conflict, Site], role: Role, about: Conflict, language: str
) -> None:
    assert walk(sites[about], role, language) == walk(sites[Conflict.NONE], role, language)


@pytest.mark.parametrize(("role", "about"), CONFLICTED)
def test_so_it_is_whatever_they_choose(
    sites: dict[Conflict, Site], role: Role, about: Conflict
) -> None:
    who = claims(role, OFFICES[role])
    for address, query in choices(sites[Conflict.NONE], role, "en"):
        if all(query.get(name, its) in {"", its} for name, its in ITS.items()):
            how = {"claims": who, "query": query}
            one, other = (visit(sites[kind], address, **how) for kind in (about, Conflict.NONE))
            assert (query, one) == (query, other)
            assert one.status == 200


@pytest.mark.parametrize("route", ROUTES, ids=lambda one: f"{one.method} {one.path}")
@pytest.mark.parametrize(("role", "about"), CONFLICTED)
def test_its_number_leads_where_no_number_leads(
    sites: dict[Conflict, Site], role: Role, about: Conflict, route: Route
) -> None:
    """In the address, and in whatever a link or a form may say."""
    before = repr(sites[about]._stores)  # noqa: SLF001 - all that a page could change
    one, other = (named(sites[about], role, route, number) for number in (ABOUT_THEM, NOBODYS))
    assert one == other
    assert repr(sites[about]._stores) == before  # noqa: SLF001 - as above


def named(site: Site, role: Role, route: Route, number: str) -> Seen:
    seen = visit(
        site,
        "/en" + re.sub("<[^>]+>", number, route.path),
        method=route.method,
        claims=claims(role, OFFICES[role]),
        query={"number": number},
        headers={"sec-fetch-site": "same-origin"},
    )
    headers = {name: value.replace(number, "…") for name, value in seen.headers.items()}
    return Seen(seen.status, seen.html.replace(number, "…"), headers, seen.cookies)


def test_others_see_that_it_is_there(sites: dict[Conflict, Site]) -> None:
    """Or the pages would be alike because they are blind."""
    for role in ("range", "district"):
        seen = walk(sites[Conflict.STATION], role, "en")
        assert seen != walk(sites[Conflict.NONE], role, "en")
        for route in seen:
            kinds = ACCESS[route.page][role]
            assert not kinds or "about_station" in kinds
