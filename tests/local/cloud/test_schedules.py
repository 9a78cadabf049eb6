"""A schedule wakes its function by the clock of the functions, or when it is fired."""

import json
from typing import Any

import pytest

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud
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
