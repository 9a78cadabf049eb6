"""Warm sandboxes of every function, each lent to one invocation at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

from local.cloud.sandbox import Function, Sandbox


@dataclass(frozen=True, slots=True)
class Shelf:
    turns: BoundedSemaphore
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
            sandbox = self._warm(shelf) or Sandbox(function())
            yield sandbox
            if sandbox.alive:
                shelf.idle.append(sandbox)

    def _shelf(self, revision: str) -> Shelf:
        with self._lock:
            return self._shelves.setdefault(revision, Shelf(BoundedSemaphore(self._concurrency)))

    def _warm(self, shelf: Shelf) -> Sandbox | None:
        with self._lock:
            while shelf.idle:
                sandbox = shelf.idle.pop()
                if sandbox.alive:
                    return sandbox
        return None
