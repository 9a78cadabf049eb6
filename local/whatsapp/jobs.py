"""Work that happens behind the answer of a request: soon, or at a simulated time."""

import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from local.whatsapp.clock import SimulatedClock

Job = Callable[[], object]


class Jobs:
    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self._changed = threading.Condition()
        self._later: list[tuple[float, int, Job]] = []
        self._order = itertools.count()
        self._running = 0
        self._stopped = False
        self._pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="whatsapp")
        self._timer = threading.Thread(target=self._keep_time, daemon=True, name="whatsapp-timer")
        self._timer.start()
        clock.on_jump(self._wake)

    def soon(self, job: Job) -> None:
        with self._changed:
            if self._stopped:
                return
            self._running += 1
            self._pool.submit(self._run, job)

    def at(self, moment: float, job: Job) -> None:
        with self._changed:
            heapq.heappush(self._later, (moment, next(self._order), job))
            self._changed.notify_all()

    def settle(self, timeout: float) -> bool:
        """Wait until nothing runs and nothing is due; False where that takes too long."""
        with self._changed:
            return self._changed.wait_for(self._idle, timeout)

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._timer.join()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _idle(self) -> bool:
        return self._running == 0 and self._wait_seconds() != 0

    def _run(self, job: Job) -> None:
        try:
            job()
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    def _keep_time(self) -> None:
        with self._changed:
            while not self._stopped:
                if self._wait_seconds() == 0:
                    _, _, job = heapq.heappop(self._later)
                    self.soon(job)
                else:
                    self._changed.wait(self._wait_seconds())

    def _wait_seconds(self) -> float | None:
        """Until the next job: 0 when one is due, None when there is none."""
        return max(0.0, self._later[0][0] - self._clock.now()) if self._later else None

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
