"""Functions run as AWS runs them: own code, layers, variables, role and log; nothing of ours."""

import time
from typing import Any

import pytest

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud
from tests.local.cloud.conftest import Clerk


@pytest.fixture(scope="module")
def look(clerk: Clerk) -> dict[str, Any]:
    seen: dict[str, Any] = clerk(look=True)
    return seen


def test_layers_are_merged_into_one_opt(look: dict[str, Any]) -> None:
    assert look["layers"] == ["one", "two"]
    assert look["greeting"] == "from a layer"


def test_a_package_that_no_layer_brings_is_missing(look: dict[str, Any]) -> None:
    assert look["foreign"] is False


def test_the_environment_is_lambdas_and_nothing_of_the_hosts(look: dict[str, Any]) -> None:
    assert set(look["variables"]) == {
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "GREETING_FILE",
        "LAMBDA_TASK_ROOT",
        "LANG",
        "PATH",
        "PYTHONPATH",
        "TMPDIR",
        "TZ",
        "_HANDLER",
    }


def test_the_context_names_the_function_and_its_time(look: dict[str, Any], toy: Deployment) -> None:
    assert look["arn"].endswith(f":function:{toy.resources['Clerk']}")
    assert 0 < look["milliseconds"] <= 5000


def test_an_environment_survives_an_exception(look: dict[str, Any], clerk: Clerk) -> None:
    assert clerk(**{"raise": True}) == {"errorType": "RuntimeError", "errorMessage": "asked to"}
    assert clerk(look=True)["process"] == look["process"]


def test_the_clock_can_jump_and_calls_are_still_signed_in_time(
    cloud: EmbeddedCloud, clerk: Clerk
) -> None:
    day = 86_400
    cloud.set_clock(ahead=day)
    try:
        assert clerk(look=True)["time"] > time.time() + day - 60
        answer = clerk(service="sqs", operation="list_queues", arguments={})
        assert answer == {"error": "AccessDenied"}  # and not SignatureDoesNotMatch
    finally:
        cloud.set_clock(ahead=0)


def test_every_line_of_output_is_in_the_functions_log(
    look: dict[str, Any], clerk: Clerk, toy: Deployment
) -> None:
    clerk(**{"raise": True})
    log = toy.logs()["Clerk"]
    assert "looked around\nan error line\n" in log
    assert "RuntimeError: asked to" in log


def test_every_call_is_recorded_under_the_functions_role(
    cloud: EmbeddedCloud, clerk: Clerk, toy: Deployment
) -> None:
    clerk(service="sqs", operation="list_queues", arguments={})
    call = cloud.calls()[-1]
    role, function = toy.resources["ClerkRole"], toy.resources["Clerk"]
    assert call == {
        "principal": f"arn:aws:sts::000000000000:assumed-role/{role}/{function}",
        "action": "sqs:ListQueues",
        "resource": "*",
        "allowed": False,
    }
