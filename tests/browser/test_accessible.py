"""Each page for each role, read by axe-core: in both languages, on a desk, in a hand, by night."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from functions.dashboard.access import pages_for
from functions.dashboard.viewer import Role
from local.dashboard.serving import Addresses
from tests.browser import axe

DESK, HAND = (1360, 900), (390, 844)
PAPER: ViewportSize = {"width": 718, "height": 1047}
"""A4 less a centimetre all round, at 96 dots an inch."""
WIDER = """all => all.filter(one => one.scrollWidth > one.clientWidth)
  .map(one => `${one.tagName} ${one.scrollWidth} > ${one.clientWidth}`)"""
WHO: dict[Role, str] = {
    "range": '[data-office="range:varanasi"]',
    "district": '[data-office="district:ghazipur"]',
    "thana": '[data-office="thana:ghazipur/zamania"]',
    "auditor": "[data-group=auditor]",
}

pytestmark = pytest.mark.skipif(not axe.FETCHED.exists(), reason=axe.MISSING)


def size_for(role: Role, language: str) -> tuple[int, int]:
    """Among the roles each page is seen in both sizes in both languages."""
    return DESK if (role == "range") == (language == "hi") else HAND


@pytest.mark.parametrize("role", WHO)
def test_no_page_stands_in_anybodys_way(chromium: Browser, home: Addresses, role: Role) -> None:
    context = chromium.new_context(bypass_csp=True)
    context.add_init_script(path=axe.FETCHED)
    with closing(context):
        page = context.new_page()
        page.goto(home.dashboard)
        page.locator(WHO[role]).first.click()
        for language in ("hi", "en"):
            width, height = size_for(role, language)
            page.set_viewport_size({"width": width, "height": height})
            start = f"{home.dashboard}/{language}/"
            found = {name: faults(page) for name in opened(page, start)}
            assert {name for name in pages_for(role) if name not in found} == set()
            assert {name: wrong for name, wrong in found.items() if wrong} == {}


def opened(page: Page, start: str) -> Iterator[str]:
    """Every page that links lead to, one of each kind, by its name; some list no open tip."""
    known, done = (
        {"overview": f"{start}overview", "cases": f"{start}cases?standing=all"},
        set[str](),
    )
    while new := [name for name in known if name not in done]:
        done.add(new[0])
        answer = page.request.get(known[new[0]], max_redirects=0)
        if answer.status == 200 and answer.headers["content-type"].startswith("text/html"):
            page.set_content(answer.text())
            known = _links(page, start) | known
            yield new[0]


def _links(page: Page, start: str) -> dict[str, str]:
    """By the name of the page that they lead to: of many cases one is enough."""
    found: list[str] = page.locator("a[href]").evaluate_all("links => links.map(one => one.href)")
    own = [one for one in found if one.startswith(start)]
    return {_name(re.split("[?#]", one.removeprefix(start))[0]): one for one in own}


def _name(path: str) -> str:
    """`cases/48291376/files/1` is a file."""
    names = {"cases": ("cases", "case", "file", "file")}
    first, *more = path.split("/")
    return names.get(first, [first] * 4)[len(more)]


def faults(page: Page) -> list[str]:
    """Of its whole as it is, then of its colours by night, then on paper."""
    page.emulate_media(color_scheme="light")
    by_day = axe.faults(page)
    page.emulate_media(color_scheme="dark")
    by_night = axe.faults(page, *axe.CONTRAST)
    return by_day + by_night + _cut_off(page)


def _cut_off(page: Page) -> list[str]:
    """What is wider than a sheet of A4, on which nothing can be scrolled."""
    size = page.viewport_size
    assert size
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print", color_scheme="light")
    found: list[str] = page.locator(".scroll, html, .kinds li").evaluate_all(WIDER)
    page.emulate_media(media="screen")
    page.set_viewport_size(size)
    return [f"cut off on paper: {one}" for one in found]
