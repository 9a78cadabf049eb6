"""Warm sandboxes of every function, each lent to one invocation at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

from local.cloud.sandbox import Function, Sandbox


@dataclass(frozen=True, slots=True)
class Shelf:
    turns: BoundedSemaphore
    starting: Lock = field(default_factory=Lock)
    idle: list[Sandbox] = field(default_factory=list)


class Pool:
    """Where AWS would start another environment, a third invocation of a function waits here."""

    def __init__(self, *, concurrency: int) -> None:
        self._concurrency = concurrency
        self._shelves: dict[str, Shelf] = {}
        self._lock = Lock()

    @contextmanager
    def lend(self, revision: str, function: Callable[[], Function]) -> Iterator[Sandbox]:
        """Lend a warm sandbox of this revision, or start one."""
        shelf = self._shelf(revision)
        with shelf.turns:
            sandbox = self._take(shelf, function)
            yield sandbox
            if sandbox.alive:
                shelf.idle.append(sandbox)

    def warm(self, revision: str, function: Callable[[], Function]) -> None:
        """Start a sandbox, if none is idle; an invocation meanwhile waits for it."""
        shelf = self._shelf(revision)
        with shelf.starting:
            shelf.idle.append(_idle(shelf) or Sandbox(function()))

    def _take(self, shelf: Shelf, function: Callable[[], Function]) -> Sandbox:
        # One start at a time: two imports side by side would be slower than one after the other.
        with shelf.starting:
            return _idle(shelf) or Sandbox(function())

    def _shelf(self, revision: str) -> Shelf:
        with self._lock:
            return self._shelves.setdefault(revision, Shelf(BoundedSemaphore(self._concurrency)))


def _idle(shelf: Shelf) -> Sandbox | None:
    while shelf.idle:
        sandbox = shelf.idle.pop()
        if sandbox.alive:
            return sandbox
    return None
