"""What every answer carries, what a hostile text may do, and what is shown when nothing can be."""

import re
from datetime import date, datetime

import pytest
from markupsafe import escape

from functions.dashboard.rendering import ASSETS, address_of, asset
from functions.dashboard.same_origin import is_own
from functions.dashboard.shield import shield as shield_of
from functions.dashboard.site import Site
from satark.lake.answers import CategoryTrend, District, Overdue, StationCount, StationTrend
from tests.samples import varanasi
from tests.unit.dashboard.visits import DIG, Rows, claims, event, site_of, visit

HOSTILE = "\"><script>alert(1)</script><svg onload=alert(2)>{{ 7 * 7 }}' & <b>"
PAGES = ["/hi/overview", "/en/overview", "/hi/stations", "/hi/hotspots", "/hi/cases"]
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' https://evidence.example; "
    "media-src https://evidence.example; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def site(**rows: tuple[object, ...]) -> Site:
    return site_of(Rows(rows), varanasi())


def test_the_headers_are_exactly_these() -> None:
    shield = {
        "Content-Security-Policy": POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex",
    }
    html = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
    for path in (*PAGES, "/hi/no-such-page"):
        assert visit(site(), path).headers == shield | html
    away = visit(site(), "/hi/overview", claims=None).headers
    assert away == shield | {
        "Location": "/sign-in?to=%2Fhi%2Foverview",
        "Cache-Control": "no-store",
    }
    css = visit(site(), address_of("dashboard.css")).headers
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    assert css == shield | kept | {"Content-Type": "text/css; charset=utf-8"}
    home = visit(site(), "/").headers
    assert home == shield | {"Location": "/hi/overview", "Cache-Control": "no-store"}
    assert shield == shield_of("https://evidence.example")


def test_a_failing_engine_is_a_page_too_and_tells_nothing() -> None:
    seen = visit(site_of(Rows({}, fails=True), varanasi()), "/hi/overview")
    assert (seen.status, seen.headers["Cache-Control"]) == (503, "no-store")
    assert "अभी आँकड़े नहीं मिल पाए" in seen.html
    assert "SELECT" not in seen.html


@pytest.mark.parametrize("path", PAGES)
def test_hostile_names_stay_text(path: str) -> None:
    """Of an officer, and of a district, station and category that the range's data has not got."""
    at = datetime(2026, 11, 1)  # noqa: DTZ001 - the lake's times are the Indian wall clock
    seen = visit(
        site(
            districts=(District("ghazipur", 1, 1, 1, 1),),
            station_days=(StationCount("ghazipur", HOSTILE, date(2026, 11, 23), 1),),
            category_trend=(CategoryTrend("ghazipur", HOSTILE, 1, 1),),
            station_trend=(StationTrend(HOSTILE, HOSTILE, 1, 1),),
            overdue=(Overdue(HOSTILE, HOSTILE, "critical", 1, 1, 0, at),),
        ),
        path,
        claims=DIG | {"name": HOSTILE},
    )
    assert seen.status == 200
    assert str(escape(HOSTILE)) in seen.html
    assert HOSTILE not in seen.html
    assert not re.search(r"<script|<svg onload|49'", seen.html)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_script_no_style_of_its_own_and_nothing_from_elsewhere(path: str) -> None:
    html = visit(site(), path).html
    for forbidden in ("<script", " style=", "javascript:", "http://", "https://", "//cdn"):
        assert forbidden not in html


@pytest.mark.parametrize("path", PAGES)
def test_a_page_without_any_tip_says_so(path: str) -> None:
    seen = visit(site(), path)
    assert seen.status == 200
    assert "None" not in seen.html


def test_what_is_made_up_says_so_on_every_page_and_nothing_else_does() -> None:
    made_up = site_of(Rows({}), varanasi(), sample=True)
    told = escape(varanasi().text("hi", "report.sample"))
    for path in ("/hi/overview", "/hi/stations", "/hi/hotspots"):
        assert str(told) in visit(made_up, path).html
        assert str(told) not in visit(site(), path).html


def test_pages_shrink_for_browsers_that_unpack_them() -> None:
    answer = site().answer(event("/hi/stations", headers={"accept-encoding": "gzip"}))
    assert answer["headers"]["Content-Encoding"] == "gzip"
    assert len(answer["body"]) < 10_000


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_is_found_under_its_present_address_alone(name: str) -> None:
    found = visit(site(), address_of(name), claims=None)
    assert (found.status, found.html) == (200, asset(name))
    for path in (f"/assets/0123456789ab/{name}", "/assets/x/../site.py", "/assets/x/site.py"):
        assert visit(site(), path).status == 404


@pytest.mark.parametrize(
    ("method", "headers", "own"),
    [
        ("GET", {"sec-fetch-site": "cross-site"}, True),
        ("HEAD", {}, True),
        ("POST", {"sec-fetch-site": "same-origin"}, True),
        ("POST", {"sec-fetch-site": "same-site", "origin": "https://d", "host": "d"}, False),
        ("POST", {"sec-fetch-site": "cross-site", "origin": "https://d", "host": "d"}, False),
        ("POST", {"sec-fetch-site": "none"}, False),
        ("POST", {"origin": "https://d.example", "host": "d.example"}, True),
        ("POST", {"origin": "https://evil.example", "host": "d.example"}, False),
        ("POST", {"origin": "null", "host": "d.example"}, False),
        ("POST", {"origin": "https://d.example"}, False),
        ("POST", {}, False),
        ("DELETE", {}, False),
    ],
)
def test_what_changes_something_comes_from_our_own_pages(
    method: str, headers: dict[str, str], *, own: bool
) -> None:
    assert is_own(method, headers) is own
    seen = visit(site(), "/hi/overview", method=method, headers=headers)
    assert (seen.status == 403) is not own


def test_the_engine_is_asked_once_for_the_same_and_anew_for_another_viewer() -> None:
    engine = Rows({})
    asked = site_of(engine, varanasi())
    visit(asked, "/hi/overview")
    first = engine.asked
    visit(asked, "/en/overview")
    assert engine.asked == first
    sp = claims("district", "district:ghazipur")
    visit(asked, "/hi/overview", claims=sp)
    assert engine.asked == 2 * first
