"""What runs by the clock, how often, and in which role."""

from datetime import timedelta
from typing import Any

import pytest

from functions.reports.mailing import GIVEN_UP
from tests.infra.template import Template, said

WAKES = {
    "DeadlinesClockSchedule": ("DeadlinesFunction", "rate(5 minutes)"),
    "ReportsClockSchedule": ("ReportsFunction", "cron(0,20,40 8 * * ? *)"),
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


@pytest.mark.parametrize("alarm", ["CompactionNotRun", "ReportsNotRun"])
def test_a_day_without_a_run_rings_though_nothing_is_counted(
    template: Template, alarm: str
) -> None:
    """As where somebody has disabled the schedule."""
    told = template.all("CloudWatch::Alarm")[alarm]
    assert told["TreatMissingData"] == "breaching"
    assert (told["MetricName"], told["Statistic"]) == ("Invocations", "Sum")
    assert (told["ComparisonOperator"], told["Threshold"]) == ("LessThanThreshold", 1)
    assert "DatapointsToAlarm" not in told  # all of them
    assert 24 * 3600 < told["Period"] * told["EvaluationPeriods"] <= 7 * 24 * 3600
    assert said(told["Dimensions"][0]["Value"]) == alarm.replace("NotRun", "Function")
    assert told["AlarmActions"] == [{"Ref": "AlarmsTopic"}]


@pytest.mark.parametrize("alarm", ["CompactionMissed", "ReportsMissed"])
def test_a_run_that_failed_once_rings(template: Template, alarm: str) -> None:
    told = template.all("CloudWatch::Alarm")[alarm]
    assert (told["MetricName"], told["Threshold"]) == ("Errors", 1)


def test_a_later_look_comes_when_an_earlier_one_is_given_up(template: Template) -> None:
    minutes = WAKES["ReportsClockSchedule"][1].removeprefix("cron(").split()[0].split(",")
    last = timedelta(minutes=int(minutes[-1]))
    allowed = timedelta(seconds=template.all("Lambda::Function")["ReportsFunction"]["Timeout"])
    assert allowed < GIVEN_UP
    assert allowed + GIVEN_UP < last


def _woken(clock: dict[str, Any]) -> tuple[str, str]:
    return said(clock["Target"]["Arn"]), clock["ScheduleExpression"]
