"""Meta's limits of pace: 80 messages a second for a number, one in 6 s to one user with bursts."""

import threading
from collections import deque

from local.whatsapp.errors import GraphError

SECONDS_PER_MESSAGE = 6


class Rates:
    def __init__(self, *, throughput: int, pair_burst: int) -> None:
        self._lock = threading.Lock()
        self._throughput, self._burst = throughput, pair_burst
        self._sent: dict[str, deque[float]] = {}
        self._debts: dict[tuple[str, str], tuple[float, float]] = {}

    def check(self, line: str, number: str, now: float) -> None:
        """Count one send; raises 130429 or 131056 where it is one too many."""
        with self._lock:
            self._check_throughput(line, now)
            self._check_pair(line, number, now)
            self._sent[line].append(now)

    def _check_throughput(self, line: str, now: float) -> None:
        sent = self._sent.setdefault(line, deque())
        while sent and sent[0] <= now - 1:
            sent.popleft()
        if len(sent) >= self._throughput:
            raise GraphError(130429, "Cloud API message throughput has been reached.")

    def _check_pair(self, line: str, number: str, now: float) -> None:
        """A burst borrows from the future: every message is a debt paid off in six seconds."""
        debt, since = self._debts.get((line, number), (0.0, now))
        debt = max(0.0, debt - (now - since) / SECONDS_PER_MESSAGE)
        if debt + 1 > self._burst:
            raise GraphError(131056, "Too many messages sent to the same phone number; retry later")
        self._debts[line, number] = (debt + 1, now)
