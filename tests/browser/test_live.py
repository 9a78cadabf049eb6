"""The dashboard of a running system: what the phones send stands there, beside what is made up."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from local.dashboard.serving import dashboard
from local.dashboard.sources import Sources
from local.phones.samples.photo import photo
from local.system import example_roster
from tests.browser.conftest import RANGE, Served, Watched, serve
from tests.journey.actors import Citizen
from tests.telling import Story

SAIDPUR = Story(
    thana="ghazipur/saidpur",
    place="पुराने ईंट भट्ठे के पीछे",
    evidence=[lambda person: person.sends_photo(photo(hour=9))],
)


@pytest.fixture
def served(chromium: Browser, tmp_path: Path) -> Iterator[Served]:
    """A system of its own: what is told here rings phones that other walks look at."""
    assert chromium
    with serve(tmp_path) as one:
        yield one


@pytest.fixture
def desk(chromium: Browser, served: Served) -> Iterator[Page]:
    """The SP office of the district, signed in."""
    sources = Sources(served.system.police_range, example_roster(RANGE), served.system)
    with (
        dashboard(sources) as at,
        closing(chromium.new_context(java_script_enabled=False)) as context,
    ):
        homes = (at.dashboard, at.pool, served.system.cloud.endpoint)
        watched = Watched(context.new_page(), homes)
        watched.page.goto(at.dashboard)
        watched.page.locator('[data-office="district:ghazipur"]').first.click()
        expect(watched.page.locator("h1")).to_have_count(1)
        yield watched.page
        assert watched.wrongs == []


def test_a_tip_told_on_a_phone_is_on_the_list_and_given_to_an_officer_rings_theirs(
    served: Served, desk: Page
) -> None:
    person = served.whatsapp.person(name="Meena", number="+91 9000000391")
    Citizen(person, served.system.police_range).tells(SAIDPUR)
    served.settle()
    [number] = re.findall(
        r"\d{4}-\d{4}", served.officer(f"thana:{SAIDPUR.thana}").received[-1].text
    )
    newest(desk)
    desk.locator("table.cases th a", has_text=number).click()
    expect(desk.get_by_text(SAIDPUR.place)).to_be_visible()
    desk.locator(".files a").first.click()
    picture = desk.locator("main img").first
    expect(picture).to_have_js_property("complete", True)  # noqa: FBT003 - the property's value
    assert picture.evaluate("image => image.naturalWidth") > 0
    desk.go_back()
    sadar = served.officer("thana:ghazipur/kotwali")
    heard = len(sadar.received)
    gives(desk, to=sadar.name)
    served.settle()
    assert [message.template for message in sadar.received[heard:]] == ["tip_alert"]


def gives(desk: Page, *, to: str) -> None:
    desk.locator("#assign summary").click()
    officer = desk.locator("#assign option", has_text=to).get_attribute("value")
    desk.locator("#assign select").select_option(officer)
    desk.locator("#assign button").click()
    expect(desk.locator(".said")).to_contain_text(to)


def newest(page: Page) -> None:
    """The list, the latest first: by the hour, so that others of the same hour may stand above."""
    address = "/".join(page.url.split("/")[:3])
    page.goto(f"{address}/hi/cases?order=newest")
