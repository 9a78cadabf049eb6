"""A simulator, a webhook that answers as told, and a client of the Graph API."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import urllib3
from starlette.types import ASGIApp, Receive, Scope, Send

from local.whatsapp import Person, SimulatorSettings, WhatsAppSimulator
from local.whatsapp.graph import graph_app
from local.whatsapp.server import ThreadedServer

TEMPLATES: list[dict[str, Any]] = [
    {
        "name": "tip_alert",
        "language": "hi",
        "category": "UTILITY",
        "components": [
            {"type": "BODY", "text": "नई सूचना {{1}} थाना {{2}} के लिए है।"},
            {"type": "FOOTER", "text": "Satark Mitra"},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "सूचना देखें"}]},
        ],
    },
    {
        "name": "with_photo",
        "language": "en",
        "components": [
            {"type": "HEADER", "format": "IMAGE"},
            {"type": "BODY", "text": "A photo for {{officer}} to see."},
        ],
        "parameter_format": "NAMED",
    },
    {
        "name": "paused",
        "language": "en",
        "status": "PAUSED",
        "components": [{"type": "BODY", "text": "Nothing."}],
    },
]


class Webhook:
    """Records what is posted, and answers with the statuses queued, then with 200."""

    def __init__(self) -> None:
        self.reset()
        self.changed = threading.Condition()
        webhook = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = dict(pair.split("=", 1) for pair in self.path.split("?")[1].split("&"))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(webhook.challenge_prefix + query["hub.challenge"].encode())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(webhook.take(body, dict(self.headers)))
                self.end_headers()

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.url = f"http://127.0.0.1:{self.server.server_port}/webhook"

    def reset(self) -> None:
        self.posts: list[tuple[bytes, dict[str, str]]] = []
        self.answers: list[int] = []
        self.challenge_prefix = b""
        self.meets = self.at_once = self.most_at_once = 0

    def take(self, body: bytes, headers: dict[str, str]) -> int:
        """Where `meets` is set, a request waits until so many are here at the same time."""
        with self.changed:
            self.posts.append((body, headers))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.most_at_once >= self.meets, 3)
            self.at_once -= 1
            return self.answers.pop(0) if self.answers else 200

    @property
    def values(self) -> list[dict[str, Any]]:
        return [
            change["value"]
            for body, _ in self.posts
            for entry in json.loads(body)["entry"]
            for change in entry["changes"]
        ]

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [message for value in self.values for message in value.get("messages", [])]

    @property
    def statuses(self) -> list[dict[str, Any]]:
        return [status for value in self.values for status in value.get("statuses", [])]

    def waits_for_posts(self, count: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.posts) >= count, 5), self.posts


class GraphClient:
    def __init__(self, simulator: WhatsAppSimulator, line: str = "tips", url: str = "") -> None:
        self.simulator, self.url = simulator, url or simulator.url
        self.line = simulator.world.line(line)
        self.http = urllib3.PoolManager(retries=False, timeout=5)
        self.headers = {"Authorization": f"Bearer {self.line.token}"}

    def call(self, method: str, path: str, **how: Any) -> tuple[int, Any]:
        headers = how.pop("headers", self.headers)
        url = path if path.startswith("http") else f"{self.url}/v25.0/{path}"
        answer = self.http.request(method, url, headers=headers, **how)
        is_json = answer.headers.get("content-type", "").startswith("application/json")
        return answer.status, json.loads(answer.data) if is_json else answer.data

    def send(
        self, to: str, kind: str = "text", body: Any = None, **changes: Any
    ) -> tuple[int, Any]:
        """Send a message; a change to None leaves that key out."""
        message = {
            "messaging_product": "whatsapp",
            "to": to,
            "type": kind,
            kind: body or {"body": "नमस्ते"},
        } | changes.pop("change", {})
        message |= changes
        return self.post({key: value for key, value in message.items() if value is not None})

    def post(self, message: Any) -> tuple[int, Any]:
        return self.call("POST", f"{self.line.phone_number_id}/messages", json=message)

    def upload(self, content: bytes, mime_type: str, filename: str = "file") -> tuple[int, Any]:
        fields = {"messaging_product": "whatsapp", "file": (filename, content, mime_type)}
        return self.call("POST", f"{self.line.phone_number_id}/media", fields=fields)


class Stage:
    """One server for all tests of a session: starting one for each would take a quarter second."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None
        self.server = ThreadedServer(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app
        await self.app(scope, receive, send)


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    stage = Stage()
    stage.server.start()
    yield stage
    stage.server.stop()


@pytest.fixture(scope="session")
def webhook_server() -> Iterator[Webhook]:
    webhook = Webhook()
    webhook.thread.start()
    yield webhook
    webhook.server.shutdown()
    webhook.thread.join()
    webhook.server.server_close()


@pytest.fixture
def webhook(webhook_server: Webhook) -> Webhook:
    webhook_server.reset()
    return webhook_server


@pytest.fixture
def simulator(webhook: Webhook, stage: Stage) -> Iterator[WhatsAppSimulator]:
    simulator = WhatsAppSimulator(SimulatorSettings(webhook_url=webhook.url))
    simulator.register_templates(TEMPLATES)
    stage.app = graph_app(simulator.world)
    yield simulator
    simulator.stop()


@pytest.fixture
def meta(simulator: WhatsAppSimulator, stage: Stage) -> Iterator[GraphClient]:
    client = GraphClient(simulator, url=stage.server.url)
    yield client
    client.http.clear()


@pytest.fixture
def asha(simulator: WhatsAppSimulator) -> Person:
    return simulator.person(name="Asha", number="+91 9000000101")
