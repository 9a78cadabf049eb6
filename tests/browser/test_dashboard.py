"""The dashboard in a browser: each page, for each role, in both languages, on a desk, in a hand."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from csv import DictReader

import pytest
from playwright.sync_api import Browser, Page, expect

from local.dashboard.serving import Addresses
from local.leaks import find, forms_of
from local.system import example_roster
from tests.browser.conftest import RANGE, Watched
from tests.browser.pictures import picture

DESK, HAND = (1360, 900), (390, 844)
ROLES = {
    "range:varanasi": ("overview", "stations", "hotspots", "cases", "reports", "settings", "audit"),
    "district:ghazipur": ("overview", "stations", "hotspots", "cases", "reports"),
    "thana:ghazipur/zamania": ("overview", "hotspots", "cases"),
    "auditor": ("overview", "stations", "audit"),
}

with example_roster(RANGE).open(encoding="utf-8") as _file:
    NUMBERS = [forms_of(row["number"]) for row in DictReader(_file) if row["number"]]

type Enter = Callable[..., Page]


@pytest.fixture
def enter(chromium: Browser, home: Addresses) -> Iterator[Enter]:
    """Sign in as the first of this office, or as the auditor; at the end nothing may be wrong."""
    opened: list[Watched] = []

    def signed_in(office: str, size: tuple[int, int] = DESK) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=False,
        )
        opened.append(Watched(context.new_page(), (home.dashboard, home.pool)))
        page = opened[-1].page
        page.goto(home.dashboard)
        who = "[data-group=auditor]" if office == "auditor" else f'[data-office="{office}"]'
        page.locator(who).first.click()
        expect(page.locator("h1")).to_have_count(1)
        return page

    yield signed_in
    for one in opened:
        with closing(one.page.context):
            assert one.wrongs == []


def goes(page: Page, path: str) -> int:
    answer = page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + path)
    assert answer
    return answer.status


@pytest.mark.parametrize(
    ("office", "size"), [("range:varanasi", DESK), *((office, HAND) for office in ROLES)]
)
def test_each_page_is_there_for_its_readers_fits_and_holds_no_number(
    enter: Enter, office: str, size: tuple[int, int]
) -> None:
    page = enter(office, size)
    menu = page.locator(".menu a")
    assert [link.get_attribute("href") for link in menu.all()] == [
        f"/hi/{name}" for name in ROLES[office]
    ]
    for language, name in ((one, name) for one in ("hi", "en") for name in ROLES[office]):
        assert goes(page, f"/{language}/{name}") == 200
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator(".menu [aria-current=page]").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
        assert not any(find(forms, page.content().encode()) for forms in NUMBERS)
        if office.startswith("range"):
            picture(page, f"dashboard-{name}-{language}-{size[0]}")


def test_a_newcomer_finds_the_overdue_tips_of_ghazipur_in_two_clicks(enter: Enter) -> None:
    page = enter("range:varanasi")
    page.get_by_role("link", name="गाज़ीपुर").first.click()
    page.locator(".alarm .figure a").click()
    expect(page.locator("h1")).to_have_text("समय-सीमा पार सूचनाएँ: गाज़ीपुर")
    assert page.locator("tbody .late").count() == page.locator("tbody tr").count() > 5
    assert set(page.locator("tbody td .soft").all_inner_texts()) == {"गाज़ीपुर"}


def test_a_superior_reads_a_case_and_looks_at_a_file_of_it(enter: Enter) -> None:
    """One with files is sought by its number; what may disturb is clear only once it is tapped."""
    page = enter("district:ghazipur", HAND)
    goes(page, "/en/cases?standing=all&days=90&level=critical")
    for number in page.locator("tbody th a").all_inner_texts():
        page.get_by_placeholder("Tip number").fill(number)
        page.get_by_role("button", name="Find").click()
        expect(page.locator("h1")).to_contain_text(number)
        if (photo := page.locator(".files a", has_text="Photo")).count():
            break
    assert page.evaluate("document.documentElement.scrollWidth") == HAND[0]
    picture(page, "dashboard-case-en-390")
    photo.first.click()
    shown = page.locator(".exhibit img")
    expect(shown).to_have_js_property("complete", True)  # noqa: FBT003 - the property's value
    assert shown.evaluate("one => one.naturalWidth") > 0
    assert "blur" in shown.evaluate("one => getComputedStyle(one).filter")
    page.locator(".veil").click()
    assert shown.evaluate("one => getComputedStyle(one).filter") == "none"
    page.go_back()
    expect(page.locator(".timeline li").first).to_contain_text("Tip received")


def test_of_the_stations_of_ghazipur_the_most_overdue_comes_first(enter: Enter) -> None:
    page = enter("range:varanasi")
    page.get_by_role("link", name="गाज़ीपुर").first.click()
    page.get_by_role("link", name="थाने देखें").click()
    expect(page.locator("h1")).to_contain_text("गाज़ीपुर")
    late = [int(one.inner_text()) for one in page.locator("tbody .late").all()]
    assert len(late) > 5
    assert late == sorted(late, reverse=True)
    assert set(page.locator("tbody th .soft").all_inner_texts()) == {"गाज़ीपुर"}
    page.locator("tbody th a").first.click()
    expect(page.locator(".alarm .figure")).to_have_text(str(late[0]))
    picture(page, "dashboard-station-hi-1360")


def test_a_choice_stays_from_page_to_page_and_in_the_other_language(enter: Enter) -> None:
    page = enter("range:varanasi")
    page.locator("select[name=district]").select_option("jaunpur")
    page.locator("select[name=category]").select_option("liquor")
    page.get_by_role("button", name="दिखाएँ").click()
    page.get_by_role("link", name="नक़्शा").click()
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("Hotspots: Jaunpur · Illegal liquor")
    assert page.locator("select[name=category]").input_value() == "liquor"


def test_it_is_walked_by_keyboard(enter: Enter) -> None:
    page = enter("range:varanasi")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    table = page.locator("details summary").first
    table.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details table").first).to_be_visible()


def test_whoever_signed_out_sees_nothing_more(enter: Enter, home: Addresses) -> None:
    page = enter("district:ghazipur")
    goes(page, "/hi/stations?sort=name")
    page.get_by_role("button", name="बाहर जाएँ").click()
    expect(page).to_have_url(home.dashboard + "/signed-out")
    assert page.context.cookies() == []
    picture(page, "dashboard-signed-out-hi-1360")
    goes(page, "/hi/stations?sort=name")
    assert page.url.startswith(home.pool + "/oauth2/authorize?")
    page.locator('[data-office="district:ghazipur"]').first.click()
    assert page.url == home.dashboard + "/hi/stations?sort=name"


def test_the_session_is_out_of_reach_of_any_script_or_other_host(enter: Enter) -> None:
    [session] = enter("thana:ghazipur/zamania").context.cookies()
    assert session["name"] == "__Host-session"
    assert (session["httpOnly"], session["secure"], session["sameSite"]) == (True, True, "Lax")
    assert (session["domain"], session["path"]) == ("127.0.0.1", "/")
