import json
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from local.cloud.assembly import load_assembly
from local.cloud.deploy import Deployment, deploy
from local.cloud.embedded import EmbeddedCloud
from tests.local.cloud.outside import Outside
from tests.local.cloud.toy import stack

type Clerk = Callable[..., Any]
type Post = Callable[[str, list[str]], tuple[int, str]]


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    world = Outside()
    yield world
    world.close()


@pytest.fixture(scope="session")
def cloud() -> Iterator[EmbeddedCloud]:
    with EmbeddedCloud(record=True) as embedded:
        yield embedded


@pytest.fixture(scope="session")
def toy(
    cloud: EmbeddedCloud, outside: Outside, tmp_path_factory: pytest.TempPathFactory
) -> Deployment:
    cdk_out = tmp_path_factory.mktemp("cdk.out")
    stack.write_assembly(cdk_out, stack.template())
    return deploy(cloud, load_assembly(cdk_out), variables={"OUT_URL": outside.url})


@pytest.fixture(scope="session")
def clerk(cloud: EmbeddedCloud, toy: Deployment) -> Clerk:
    """Invokes the function that makes one AWS call, and returns what it answers."""
    function = toy.resources["Clerk"]

    def invoke(**event: Any) -> Any:
        answer = cloud.client("lambda").invoke(FunctionName=function, Payload=json.dumps(event))
        return json.loads(answer["Payload"].read())

    return invoke


@pytest.fixture(scope="session")
def post(toy: Deployment) -> Post:
    """POSTs steps in the name of a sender to the HTTP API."""

    def send(sender: str, steps: list[str]) -> tuple[int, str]:
        request = urllib.request.Request(
            f"{toy.url('Api')}/webhook",
            json.dumps({"sender": sender, "steps": steps}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=15) as answer:
            return answer.status, answer.read().decode()

    return send
