"""The world beyond the cloud: an HTTP server that hears, refuses and lets calls meet."""

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE = 15


class Outside:
    def __init__(self) -> None:
        self.heard: list[str] = []
        self.refusals = Counter[str]()
        self.meetings: dict[str, threading.Barrier] = {}
        self._news = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def hear(self, prefix: str, count: int) -> list[str]:
        """Wait for `count` calls under a prefix, in the order in which they came."""
        with self._news:
            assert self._news.wait_for(lambda: len(self._of(prefix)) >= count, PATIENCE), self.heard
            return self._of(prefix)

    def _of(self, prefix: str) -> list[str]:
        return [call.removeprefix(prefix) for call in self.heard if call.startswith(prefix)]

    def answer(self, call: str) -> int:
        with self._news:
            self.heard.append(call)
            self._news.notify_all()
            self.refusals[call] -= 1
            if self.refusals[call] >= 0:
                return 500
        for prefix, meeting in self.meetings.items():
            if call.startswith(prefix):
                meeting.wait(PATIENCE)
        return 200

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outside = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                try:
                    status = outside.answer(self.path.removeprefix("/"))
                except threading.BrokenBarrierError:
                    status = 504
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        return Handler
