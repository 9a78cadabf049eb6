"""Reports that were made, whose they are, and the order of another."""

from datetime import date
from urllib.parse import urlencode

import pytest

from functions.dashboard.reports_page import offered
from functions.dashboard.site import Site
from satark.shelved import Shelved
from tests.samples import varanasi
from tests.unit.dashboard.visits import DIG, Orders, Rows, Seen, Shelf, claims, site_of, visit

SP = claims("district", "district:ghazipur")
BOTH = frozenset({"pdf", "xlsx"})
OFFICES = ("range:varanasi", "district:ghazipur", "district:jaunpur", "range:elsewhere")
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def orders() -> Orders:
    return Orders()


@pytest.fixture
def site(orders: Orders) -> Site:
    kept = [Shelved(office, "2026-10", BOTH) for office in OFFICES]
    kept += [Shelved("district:ghazipur", "2026-W46", frozenset({"pdf"}))]
    return site_of(Rows({}), varanasi(), shelf=Shelf(kept), orders=orders)


def order(site: Site, period: str, who: dict[str, object] = SP) -> Seen:
    body = urlencode({"period": period}).encode()
    return visit(site, "/en/reports", method="POST", claims=who, headers=OWN, body=body)


def test_an_sp_office_sees_its_own_and_the_range_office_all_of_its_range(site: Site) -> None:
    sp, dig = (visit(site, "/en/reports", claims=who).html for who in (SP, DIG))
    assert sp.count("October 2026</th>") + sp.count("October 2026 <span") == 1
    assert "/en/reports/district:ghazipur/2026-W46/pdf" in sp
    assert "2026-W46/xlsx" not in sp
    for office in ("range:varanasi", "district:jaunpur"):
        assert f"/reports/{office}/" not in sp
        assert f"/reports/{office}/2026-10/pdf" in dig
    assert "range:elsewhere" not in dig


@pytest.mark.parametrize("who", [SP, DIG])
def test_a_file_is_fetched_by_a_link_for_five_minutes(site: Site, who: dict[str, object]) -> None:
    seen = visit(site, "/hi/reports/district:ghazipur/2026-10/xlsx", claims=who)
    assert seen.status == 303
    assert seen.headers["Location"] == "https://files.example/district:ghazipur/2026-10.xlsx?300"


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("district:jaunpur/2026-10/pdf", SP),
        ("range:varanasi/2026-10/pdf", SP),
        ("range:elsewhere/2026-10/pdf", DIG),
        ("district:ghazipur/2026-09/pdf", DIG),
        ("district:ghazipur/2026-W46/xlsx", DIG),
        ("district:ghazipur/2026-10/exe", DIG),
        ("district:ghazipur/2026-10/pdf", claims("thana", "thana:ghazipur/zamania")),
        ("range:varanasi/2026-10/pdf", claims("auditor", "range:varanasi")),
    ],
)
def test_another_s_file_is_not_there(site: Site, path: str, who: dict[str, object]) -> None:
    nowhere = visit(site, "/hi/no-such-page", claims=who)
    assert visit(site, f"/hi/reports/{path}", claims=who) == nowhere


def test_a_report_is_ordered_for_one_s_own_office_and_looked_for(
    site: Site, orders: Orders
) -> None:
    seen = order(site, "2026-W47")
    assert (seen.status, seen.headers["Location"]) == (303, "/en/reports?made=2026-W47")
    assert orders.given == [("2026-W47", "district:ghazipur")]
    page = visit(site, "/en/reports", query={"made": "2026-W47"}, claims=SP).html
    assert "Being made: 16 November \N{EN DASH} 22 November 2026" in page


def test_what_is_there_is_not_made_again(site: Site, orders: Orders) -> None:
    order(site, "2026-10")
    assert orders.given == []
    page = visit(site, "/en/reports", query={"made": "2026-10"}, claims=SP).html
    assert "The report is ready: October 2026" in page


@pytest.mark.parametrize("period", ["2026-11", "2026-W48", "2020-01", "x", "", "2026-13"])
def test_nothing_else_is_made(site: Site, orders: Orders, period: str) -> None:
    """Nor what is not over."""
    assert order(site, period).status == 404
    assert orders.given == []
    assert visit(site, "/en/reports", query={"made": period}, claims=SP).status == 404


def test_only_what_is_over_is_offered_and_each_once() -> None:
    for today in (date(2026, 11, 24), date(2026, 12, 1), date(2027, 1, 1)):
        periods = [one for each in offered(today).values() for one in each]
        assert all(one.last < today for one in periods)
        assert len({one.name for one in periods}) == len(periods) == 20


def test_without_a_report_the_page_says_so() -> None:
    seen = visit(site_of(Rows({}), varanasi()), "/hi/reports", claims=SP)
    assert varanasi().text("hi", "dashboard.no_reports") in seen.html
