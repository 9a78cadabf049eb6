"""The system as `make up` serves it, and a Chromium that notes whatever goes wrong in a page."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from csv import DictReader
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from local.cloud.process import free_port
from local.dashboard.serving import Addresses, dashboard
from local.dashboard.sources import Sources
from local.meta import Meta
from local.serving import phones_page
from local.system import Setup, System, example_roster, running, synthesise
from local.whatsapp import Person, SimulatorSettings, WhatsAppSimulator
from tests.browser.chromium import MISSING, executable
from tests.samples import varanasi

RANGE = "varanasi"


@dataclass(frozen=True, slots=True)
class Served:
    system: System
    whatsapp: WhatsAppSimulator

    def person(self, name: str) -> Person:
        return next(one for one in self.whatsapp.people.values() if one.name == name)

    def latest(self) -> Person:
        """Whose phone was added last."""
        return list(self.whatsapp.people.values())[-1]

    def officer(self, office: str) -> Person:
        """The first one in the roster, by an office such as `thana:ghazipur/zamania`."""
        with example_roster(RANGE).open(encoding="utf-8", newline="") as file:
            return self.person(
                next(row["name"] for row in DictReader(file) if row["office"] == office)
            )

    def text(self, language: str, key: str) -> str:
        return self.system.police_range.text(language, key)

    def settle(self) -> None:
        """Wait until nothing is on its way, in the cloud or at Meta."""
        self.system.cloud.settle()
        self.whatsapp.settles()
        self.system.cloud.settle()


@dataclass  # without slots: Playwright notes its handlers on the object
class Watched:
    """A page, and all that it should never have done."""

    page: Page
    homes: tuple[str, ...]
    wrongs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # A violation of the content security policy is an error on the console, too.
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrongs.append(f"error: {error}"))
        self.page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        refused = "status of 422" in message.text  # a form that was not filled well is no fault
        if message.type in {"error", "warning"} and not refused:
            self.wrongs.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((*self.homes, "blob:", "data:")):
            self.wrongs.append(f"request: {request.url}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = executable()
    if path is None:
        pytest.skip(MISSING)
    sandbox = os.geteuid() != 0  # Chromium's refuses to start for root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=sandbox)
        with closing(browser):
            yield browser


@contextmanager
def serve(state: Path) -> Iterator[Served]:
    port = free_port()
    setup = Setup(
        meta=Meta(SimulatorSettings(port=port), graph_api_url=f"http://127.0.0.1:{port}"),
        range_name=RANGE,
        state=state / "cloud",
        roster=example_roster(RANGE),
    )
    assembly = synthesise(setup, state / "cdk")
    with running(assembly, setup) as system, phones_page(system, setup) as simulator:
        yield Served(system, simulator)


@pytest.fixture(scope="session")
def served(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Asks for a Chromium first: without one nothing needs to be served."""
    assert chromium
    with serve(tmp_path_factory.mktemp("browser")) as one:
        yield one


@pytest.fixture(scope="session")
def home(chromium: Browser) -> Iterator[Addresses]:
    assert chromium  # without one nothing is served
    with dashboard(Sources(varanasi(), example_roster(RANGE))) as address:
        yield address


@pytest.fixture
def open_page(chromium: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """`open_page(width=…, height=…)`; at the end nothing may have gone wrong in any of them."""
    opened: list[Watched] = []

    def open_one(*, width: int, height: int, touch: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            has_touch=touch,
            device_scale_factor=2 if touch else 1,
            timezone_id="Asia/Kolkata",
            locale="en-IN",
        )
        watched = Watched(context.new_page(), (served.whatsapp.url,))
        opened.append(watched)
        watched.page.goto(served.whatsapp.url)
        return watched.page

    yield open_one
    for one in opened:
        one.page.context.close()
    assert [wrong for one in opened for wrong in one.wrongs] == []
