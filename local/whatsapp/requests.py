"""What was asked of the Graph API, in order."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphRequest:
    """`body` is the parsed JSON, or None; `line` is None where the token was not a known one."""

    method: str
    path: str
    status: int
    line: str | None = None
    body: Any = None


class RequestLog:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[GraphRequest] = []

    def add(self, request: GraphRequest) -> None:
        with self._lock:
            self._requests.append(request)

    def __iter__(self) -> Iterator[GraphRequest]:
        with self._lock:
            return iter(tuple(self._requests))

    def __len__(self) -> int:
        with self._lock:
            return len(self._requests)

    def sends(self, line: str | None = None) -> list[Any]:
        """The bodies of the calls to `/messages`, refused ones too."""
        return [
            one.body
            for one in self
            if one.path.endswith("/messages") and one.method == "POST" and line in {None, one.line}
        ]
