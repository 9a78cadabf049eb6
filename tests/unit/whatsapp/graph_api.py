"""A Graph API that answers what it is told, over real HTTP."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Request:
    path: str
    authorization: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class GraphApi:
    """`answers` are given in turn, each a status and a body; None hangs up without a word."""

    url: str = ""
    answers: list[tuple[int, Any] | None] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def accepts(self, wamid: str) -> None:
        self.answers.append((200, {"messages": [{"id": wamid}]}))

    def refuses(self, status: int, code: int) -> None:
        self.answers.append((status, {"error": {"code": code, "message": "to 919000000123"}}))

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]


@contextmanager
def graph_api() -> Iterator[GraphApi]:
    api = GraphApi()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            api.requests.append(Request(self.path, self.headers["Authorization"], body))
            if (answer := api.answers.pop(0)) is not None:
                self._answer(*answer)

        def _answer(self, status: int, told: Any) -> None:
            body = told if isinstance(told, bytes) else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
