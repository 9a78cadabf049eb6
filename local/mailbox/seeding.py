"""A made-up half year in the lake, and this month's report on it: long work, told as it goes."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from threading import Lock, Thread
from typing import Final

from botocore.config import Config

from local.seed import lake
from local.system import System
from satark.periods import holding

type Work = Callable[[], Iterator[str]]

AT_ONCE: Final = 40
"""Days between two words on how far it is."""
PATIENCE: Final = Config(read_timeout=600, retries={"total_max_attempts": 1})


class Seeding:
    """The work, once: a second wish changes nothing, unless it has failed."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._lock = Lock()
        self._thread: Thread | None = None
        self.said: list[str] = []
        self.problem = ""

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    @property
    def done(self) -> bool:
        return bool(self.said) and not self.running and not self.problem

    def begin(self) -> None:
        with self._lock:
            if not self.running and not self.done:
                self.said, self.problem = ["Making up a half year of cases"], ""
                self._thread = Thread(target=self._run, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        if self._thread:
            self._thread.join()

    def _run(self) -> None:
        try:
            for word in self._work():
                self.said.append(word)
        except Exception as problem:  # noqa: BLE001 - the page says it
            self.problem = str(problem)


def half_year_mailed(system: System, *, last: date) -> Iterator[str]:
    """The half year to this Indian day goes into the lake, its last month to the range office.

    What is written twice lies under the same keys. Raises RuntimeError where no mail was made.
    """
    s3, bucket = system.cloud.client("s3"), system.deployment.named("LakeStoresBucket")
    days = list(lake.objects(system.police_range, last=last))
    for number, day in enumerate(days):
        if number % AT_ONCE == 0:
            yield f"Writing them into the lake: day {number + 1} of {len(days)}"
        s3.put_object(Bucket=bucket, Key=day.key, Body=day.body)
    period = holding(last, span="month").name
    yield f"Asking Athena, making the report of {period}, mailing it"
    _report(system, period)


def _report(system: System, period: str) -> None:
    office = f"range:{system.police_range.ranges[0].id}"
    order = {"period": period, "office": office, "sample": True}
    answer = system.cloud.client("lambda", PATIENCE).invoke(
        FunctionName=system.deployment.named("ReportsFunction"), Payload=json.dumps(order)
    )
    if "FunctionError" in answer:
        raise RuntimeError(f"the report was not made: {answer['Payload'].read().decode()}")
