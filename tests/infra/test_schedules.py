"""What runs by the clock, how often, and in which role."""

from typing import Any

from tests.infra.template import Template, said

WAKES = {
    "DeadlinesClockSchedule": ("DeadlinesFunction", "rate(5 minutes)"),
    "ReportsClockSchedule": ("ReportsFunction", "cron(0 8 * * ? *)"),
    "CompactionClockSchedule": ("CompactionFunction", "cron(30 2 * * ? *)"),
}


def test_each_clock_wakes_its_function_in_its_own_role(template: Template) -> None:
    clocks = template.all("Scheduler::Schedule")
    assert {name: _woken(clock) for name, clock in clocks.items()} == WAKES
    for name, clock in clocks.items():
        assert said(clock["Target"]["RoleArn"]) == name.removesuffix("Schedule") + "Role"
        assert clock["FlexibleTimeWindow"] == {"Mode": "OFF"}
        assert clock["ScheduleExpressionTimezone"] == "Asia/Kolkata"
        assert clock.get("State", "ENABLED") == "ENABLED"


def test_a_run_that_is_given_up_rings(template: Template) -> None:
    woken = {function for function, _ in WAKES.values()}
    assert template.alarms_on("AsyncEventsDropped") == woken


def _woken(clock: dict[str, Any]) -> tuple[str, str]:
    return said(clock["Target"]["Arn"]), clock["ScheduleExpression"]
