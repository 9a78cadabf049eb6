"""A schedule wakes its function by the clock of the functions, or when it is fired."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from ministack.services import eventbridge

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud
from local.cloud.schedules import in_india
from tests.local.cloud.outside import Outside


def create(cloud: EmbeddedCloud, function: str, name: str) -> None:
    """Every 30 minutes from now on, the function hears of a row of this name."""
    row: dict[str, Any] = {"NewImage": {"pk": {"S": name}}, "SequenceNumber": "1"}
    [found] = [
        each["FunctionArn"]
        for each in cloud.client("lambda").list_functions()["Functions"]
        if each["FunctionName"] == function
    ]
    cloud.client("scheduler").create_schedule(
        Name=name,
        ScheduleExpression="rate(30 minutes)",
        FlexibleTimeWindow={"Mode": "OFF"},
        Target={
            "Arn": found,
            "RoleArn": "arn:aws:iam::000000000000:role/clock",
            "Input": json.dumps({"Records": [{"dynamodb": row}]}),
        },
    )


def test_a_jump_of_the_clock_and_a_hand_wake_what_is_scheduled(
    cloud: EmbeddedCloud, toy: Deployment, outside: Outside
) -> None:
    create(cloud, toy.resources["Listener"], "tick-1")
    cloud.set_clock(ahead=31 * 60)
    try:
        assert outside.hear("tick-", 1) == ["1"]
        cloud.fire("tick-1")
        assert outside.hear("tick-", 2) == ["1", "1"]
    finally:
        cloud.set_clock(ahead=0)


def test_what_fails_is_told(cloud: EmbeddedCloud, toy: Deployment) -> None:
    name = "no-such-row"
    create(cloud, toy.resources["Door"], name)
    with pytest.raises(RuntimeError, match=name):
        cloud.fire(name)


def test_half_past_two_in_the_night_is_in_india() -> None:
    evening = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)  # half past one of the next night, there
    fields = eventbridge._parse_cron_fields("cron(30 2 * * ? *)")  # noqa: SLF001 - as the scheduler does
    next_time = in_india(eventbridge._cron_next_fire)  # noqa: SLF001 - the same
    assert next_time(fields, evening) == evening + timedelta(hours=1)
