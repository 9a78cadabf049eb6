"""Warm sandboxes of every function, each lent to one invocation at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from local.cloud.sandbox import Function, Sandbox


class Pool:
    """Where AWS would start another environment, a third invocation of a function waits here."""

    def __init__(self, *, concurrency: int) -> None:
        self._turns = defaultdict[str, BoundedSemaphore](lambda: BoundedSemaphore(concurrency))
        self._idle = defaultdict[str, list[Sandbox]](list)

    @contextmanager
    def lend(self, revision: str, function: Callable[[], Function]) -> Iterator[Sandbox]:
        """Lend a warm sandbox of this revision, or start one."""
        with self._turns[revision]:
            sandbox = self._warm(revision) or Sandbox(function())
            yield sandbox
            if sandbox.alive:
                self._idle[revision].append(sandbox)

    def _warm(self, revision: str) -> Sandbox | None:
        try:
            return self._idle[revision].pop()
        except IndexError:
            return None
