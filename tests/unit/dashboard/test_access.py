"""Who may open which page, and that no count or map tells of a case that its reader may not see."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path

import pytest

from functions.dashboard.access import ACCESS, PAGES, CaseKind, Page
from functions.dashboard.site import Site
from functions.dashboard.viewer import Role
from satark.lake.duckdb_engine import DuckDbEngine
from satark.police_range.build import build
from satark.tip import Conflict, Tip
from tests.unit.dashboard.visits import claims, ledger_of, site_of, tip, visit, write_events

ZONE = build(Path(__file__).parents[3] / "ranges" / "varanasi-zone")
"""Three ranges: so there are cases elsewhere for a range office, too."""
OF_MANY = [page for page in PAGES if page != "case"]
THIRD = "10000002"
OWN = "ghazipur/zamania"
OFFICES: dict[Role, str] = {
    "range": "range:varanasi",
    "district": "district:ghazipur",
    "thana": f"thana:{OWN}",
    "auditor": "range:varanasi",
}
ALL: set[CaseKind] = {"ordinary", "about_station", "about_district"}
EXPECTED: dict[tuple[Page, Role], set[CaseKind]] = {
    ("overview", "range"): ALL,
    ("overview", "district"): {"ordinary", "about_station"},
    ("overview", "thana"): {"ordinary"},
    ("overview", "auditor"): ALL,
    ("stations", "range"): ALL,
    ("stations", "district"): {"ordinary", "about_station"},
    ("stations", "auditor"): ALL,
    ("station", "range"): ALL,
    ("station", "district"): {"ordinary", "about_station"},
    ("station", "auditor"): ALL,
    ("hotspots", "range"): ALL,
    ("hotspots", "district"): {"ordinary", "about_station"},
    ("hotspots", "thana"): {"ordinary"},
    ("cases", "range"): ALL,
    ("cases", "district"): {"ordinary", "about_station"},
    ("cases", "thana"): {"ordinary"},
    ("audit", "range"): ALL,
    ("audit", "auditor"): ALL,
    ("case", "range"): ALL,
    ("case", "district"): {"ordinary", "about_station"},
    ("case", "thana"): {"ordinary"},
    ("reports", "range"): set(),
    ("reports", "district"): set(),
    ("settings", "range"): set(),
}
FOREIGN = next(one.id for one in ZONE.districts if one.parent != "varanasi")
ELSEWHERE: dict[Role, str] = {
    "range": ZONE.thanas_of(FOREIGN)[0].id,
    "district": "jaunpur/kotwali",
    "thana": "ghazipur/gahmar",
    "auditor": ZONE.thanas_of(FOREIGN)[0].id,
}
ADDED: dict[str, Tip | None] = {
    "": None,
    "ordinary": tip(OWN),
    "about_station": tip(OWN, about=Conflict.STATION),
    "about_district": tip(OWN, about=Conflict.DISTRICT),
    **{place: tip(place) for place in ELSEWHERE.values()},
}
"""One case more than the two that everybody of the range, district and station sees."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    with ExitStack() as stack:
        made = {}
        for added, one in ADDED.items():
            folder = tmp_path_factory.mktemp("lake")
            ledger = ledger_of([tip(OWN), tip(OWN), *filter(None, [one])], ZONE)
            write_events(folder, ledger, ZONE)
            engine = stack.enter_context(DuckDbEngine(folder, kept=True))
            made[added] = site_of(engine, ZONE, cases=ledger)
        yield made


def test_the_table_is_exactly_this() -> None:
    table = {(page, role): set(kinds) for page in PAGES for role, kinds in ACCESS[page].items()}
    assert table == EXPECTED


@pytest.mark.parametrize(("page", "role"), list(product(OF_MANY, OFFICES)))
def test_a_case_counts_for_whom_it_may_and_changes_nothing_for_anybody_else(
    sites: dict[str, Site], page: Page, role: Role
) -> None:
    """Compared letter by letter: figures, bars, marks on the map, order, and what is left out."""
    who = claims(role, OFFICES[role])
    query = {"thana": OWN} if page == "station" else {}
    pages = {
        added: visit(site, f"/en/{page}", claims=who, query=query) for added, site in sites.items()
    }
    noticed = {added for added, seen in pages.items() if seen.html != pages[""].html}
    opens = (page, role) in EXPECTED
    assert {seen.status for seen in pages.values()} == ({200} if opens else {404})
    theirs = ELSEWHERE[role]
    assert noticed & {*ALL, theirs} == EXPECTED.get((page, role), set())


@pytest.mark.parametrize("role", OFFICES)
def test_a_case_opens_for_whom_it_may_and_is_as_one_that_does_not_exist_for_anybody_else(
    sites: dict[str, Site], role: Role
) -> None:
    """Nor is one of its files; nor a number that is none."""
    who = claims(role, OFFICES[role])
    nowhere = visit(sites[""], "/en/no-such-page", claims=who)
    seen = {added: visit(site, f"/en/cases/{THIRD}", claims=who) for added, site in sites.items()}
    opened = {added for added, one in seen.items() if one.status == 200}
    assert opened & {*ALL, ELSEWHERE[role]} == EXPECTED.get(("case", role), set())
    assert {added for added, one in seen.items() if one == nowhere} == set(sites) - opened
    for path in (f"{THIRD}/files/1", "99999999", "1000000", "100000020", "x", "१०००००००"):
        assert visit(sites[""], f"/en/cases/{path}", claims=who) == nowhere


@pytest.mark.parametrize("role", OFFICES)
def test_a_page_that_is_not_for_the_viewer_looks_like_one_that_does_not_exist(
    sites: dict[str, Site], role: Role
) -> None:
    who = claims(role, OFFICES[role])
    nowhere = visit(sites[""], "/hi/no-such-page", claims=who)
    assert nowhere.status == 404
    for page in PAGES:
        if role not in ACCESS[page]:
            assert visit(sites[""], f"/hi/{page}", claims=who) == nowhere


@pytest.mark.parametrize(
    "query",
    [
        {"district": "jaunpur"},  # another's
        {"district": "no-such-place"},
        {"category": "no-such-kind"},
        {"category": "liquor' OR 'a' = 'a"},
        {"days": "31"},
        {"days": "-1"},
        {"weeks": "1"},
        {"sort": "name; --"},
        {"standing": "mine"},
        {"level": "urgent"},
        {"order": "oldest"},
        {"sheet": "0"},
        {"sheet": "9999"},
        {"thana": "jaunpur/kotwali"},  # another's
        {"thana": "no/such"},
    ],
    ids=str,
)
def test_a_changed_address_leads_nowhere(sites: dict[str, Site], query: dict[str, str]) -> None:
    who = claims("district", "district:ghazipur")
    nowhere = visit(sites[""], "/hi/no-such-page", claims=who)
    for page in ("cases",) if "sheet" in query else ("overview", "station", "cases"):
        assert visit(sites[""], f"/hi/{page}", claims=who, query=query) == nowhere
    assert visit(sites[""], "/hi/station", claims=who) == nowhere


@pytest.mark.parametrize("district", ["", "ghazipur"])
def test_a_filter_never_shows_an_sp_office_what_is_said_about_it(
    sites: dict[str, Site], district: str
) -> None:
    """An SP office that chooses its own district is still not the range office."""
    who, query = claims("district", "district:ghazipur"), {"district": district}
    one, other = (
        visit(sites[added], "/hi/hotspots", claims=who, query=query)
        for added in ("", "about_district")
    )
    assert (one.status, one.html) == (200, other.html)
