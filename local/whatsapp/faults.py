"""What is to go wrong next, on demand: each fault is used up by the calls that it hits."""

import threading
from dataclasses import dataclass

from local.whatsapp.errors import KINDS, GraphError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`line` None: of either number; `to` None: to whomever. `body` is answered as it stands."""

    kind: str
    line: str | None = None
    to: str | None = None
    error: GraphError | None = None
    body: str | None = None


class Faults:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []

    def fail_sends(
        self,
        code: int | None = None,
        *,
        http: int | None = None,
        body: str | None = None,
        line: str | None = None,
        times: int = 1,
    ) -> None:
        """The next sends are refused with a code of Meta's, or an HTTP status, or both.

        An HTTP status alone picks a fitting code (429: 130429, 503: 131016, else 131000).
        """
        picked = code if code is not None else {429: 130429, 503: 131016}.get(http or 500, 131000)
        error = GraphError(picked, f"{KINDS.get(picked, (0, ''))[1]} (simulated)", http=http)
        self._add(Fault(kind="send", line=line, error=error, body=body), times)

    def fail_by_status(
        self, code: int, *, line: str | None = None, to: str | None = None, times: int = 1
    ) -> None:
        """The next sends, `to` this phone's id, are accepted, and fail by a status webhook."""
        self._add(Fault(kind="later", line=line, to=to, error=GraphError(code)), times)

    def drop_responses(self, *, line: str | None = None, times: int = 1) -> None:
        """The next sends are accepted and delivered, and the connection breaks without a word."""
        self._add(Fault(kind="drop", line=line), times)

    def status_before_response(self, *, line: str | None = None, times: int = 1) -> None:
        """The next sends are answered after their `sent` and `delivered` webhooks."""
        self._add(Fault(kind="status first", line=line), times)

    def fail_media_lookups(self, http: int = 500, *, times: int = 1) -> None:
        """The next `GET /<media id>` fail."""
        self._add(Fault(kind="lookup", error=GraphError(131000, http=http)), times)

    def fail_downloads(self, http: int = 503, *, times: int = 1) -> None:
        """The next downloads of media bytes fail."""
        self._add(Fault(kind="download", error=GraphError(131000, http=http)), times)

    def corrupt_downloads(self, *, times: int = 1) -> None:
        """The next downloads of media bytes have one byte changed."""
        self._add(Fault(kind="corrupt"), times)

    def duplicate_webhooks(self, *, times: int = 1) -> None:
        """The next webhooks are posted twice at the same moment."""
        self._add(Fault(kind="twice"), times)

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def take(self, kind: str, line: str | None = None, to: str | None = None) -> Fault | None:
        """The next fault of that kind for that line and phone, used up by this call."""
        with self._lock:
            for fault in self._waiting:
                if fault.kind == kind and fault.line in {None, line} and fault.to in {None, to}:
                    self._waiting.remove(fault)
                    return fault
        return None

    def _add(self, fault: Fault, times: int) -> None:
        with self._lock:
            self._waiting.extend([fault] * times)
