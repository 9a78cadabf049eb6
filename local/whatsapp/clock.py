"""The time as the simulated WhatsApp sees it: it runs as ours does, and can jump or stand still."""

import threading
import time
from collections.abc import Callable


class SimulatedClock:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._offset = 0.0
        self._frozen_at: float | None = None
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> float:
        """Unix time in seconds."""
        with self._lock:
            return self._now()

    def _now(self) -> float:
        base = time.time() if self._frozen_at is None else self._frozen_at
        return base + self._offset

    @property
    def offset(self) -> float:
        """Seconds by which this clock is ahead of ours."""
        return self.now() - time.time()

    def advance(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        with self._lock:
            self._offset += hours * 3600 + minutes * 60 + seconds
        self._tell()

    def freeze(self) -> None:
        """Stand still; only `advance` moves the time from here."""
        with self._lock:
            if self._frozen_at is None:
                self._frozen_at = time.time()

    def reset(self) -> None:
        """Run as ours again."""
        with self._lock:
            self._offset, self._frozen_at = 0.0, None
        self._tell()

    def on_jump(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
