"""The phones page served, with a store to look into and a webhook that is nobody's."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import urllib3

from local.phones import Officer, Store, create_app
from local.whatsapp import WhatsAppSimulator

STORES = [
    Store(name="cases", kind="table", rows=[{"case": "c1", "thana": "kerakat"}], station="cases"),
    Store(name="flow log", kind="log", rows=["INFO step=thana", "INFO step=review"]),
]


class Browser:
    """What the page's JavaScript does, without a browser."""

    def __init__(self, simulator: WhatsAppSimulator) -> None:
        self.simulator = simulator
        self.http = urllib3.PoolManager(retries=False, timeout=5)

    def get(self, path: str) -> urllib3.BaseHTTPResponse:
        return self.http.request("GET", f"{self.simulator.url}{path}")

    def post(self, path: str, content: Any, expected: int = 200) -> Any:
        answer = self.http.request("POST", f"{self.simulator.url}/api/{path}", json=content)
        assert answer.status == expected, answer.data
        return answer.json()

    def upload(
        self, name: str, kind: str, file: tuple[str, bytes, str]
    ) -> urllib3.BaseHTTPResponse:
        url = f"{self.simulator.url}/api/phones/{self.phone(name)['id']}/files"
        return self.http.request("POST", url, fields=[("kind", kind), ("file", file)])

    def phone(self, name: str) -> dict[str, Any]:
        phones: list[dict[str, Any]] = self.get("/api/state").json()["phones"]
        return next(phone for phone in phones if phone["name"] == name)

    def events(self) -> Iterator[tuple[str, Any]]:
        answer = self.http.request("GET", f"{self.simulator.url}/api/events", preload_content=False)
        kind = ""
        for line in answer:
            name, _, value = line.decode().strip().partition(": ")
            kind = value if name == "event" else kind
            if name == "data":
                yield kind, json.loads(value)


@pytest.fixture(scope="module")
def stores() -> list[Store]:
    return list(STORES)


@pytest.fixture(scope="module")
def browser(stores: list[Store]) -> Iterator[Browser]:
    simulator = WhatsAppSimulator()
    officers = [Officer(name="A. Yadav", office="Thana Kerakat", number="+91 90000 00201")]
    simulator.start(create_app(simulator, officers=officers, stores=lambda: stores))
    browser = Browser(simulator)
    yield browser
    browser.http.clear()
    simulator.stop()
