# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""EventBridge Scheduler by the functions' clock, which a jump of the laptop's moves.

MiniStack's own keeps to the real time and to UTC, and looks every ten seconds.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ministack.core import responses
from ministack.services import eventbridge, lambda_svc, scheduler

from local.cloud.lambdas import Lambdas

type Json = dict[str, Any]

TICK_SECONDS = 1
INDIA = ZoneInfo("Asia/Kolkata")

type NextTime = Callable[[Any, datetime], datetime | None]


@dataclass(frozen=True, slots=True)
class Schedules:
    """`ticking`: schedules run by themselves; else only when they are fired."""

    functions: Lambdas
    ticking: bool

    def install(self) -> None:
        scheduler.time = _Clock(self.functions)
        eventbridge._cron_next_fire = in_india(eventbridge._cron_next_fire)
        scheduler._SCHEDULE_TICK_INTERVAL = TICK_SECONDS
        if not self.ticking:
            scheduler.start_scheduler = lambda: None

    def wind(self, *, ahead: float) -> None:
        """What would not run again until the clock comes there once more runs on from here."""
        if ahead < self.functions.ahead:
            scheduler._schedule_last_fired.clear()
        self.functions.ahead = ahead

    def fire(self, name: str) -> Json:
        """Run what this schedule wakes, now, and wait for it. Raises StopIteration for no such."""
        (account, region, _), schedule = next(
            (key, schedule)
            for key, schedule in scheduler._schedules._data.items()
            if schedule["Name"] == name
        )
        responses.set_request_account_id(account)
        responses.set_request_region(region)
        target = schedule["Target"]
        function, config, _ = lambda_svc._get_func_record_for_ref(target["Arn"])
        record = lambda_svc._execution_record_for_config(function, config)
        event = json.loads(target.get("Input", "{}"))
        result: Json = lambda_svc._execute_function_with_config_scope(record, event)
        return {"failed": bool(result.get("error"))}


def in_india(next_time: NextTime) -> NextTime:
    """The zone of every schedule of ours."""
    return lambda fields, after: next_time(fields, after.astimezone(INDIA))


@dataclass(frozen=True, slots=True)
class _Clock:
    """As much of the module `time` as the scheduler uses."""

    functions: Lambdas

    def time(self) -> float:
        return time.time() + self.functions.ahead

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
