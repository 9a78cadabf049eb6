"""Tokens, versions and paths."""

import subprocess
import sys
from collections.abc import Mapping

import pytest
import urllib3

from local.whatsapp import Person, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient

TO = "+919000000101"


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic x"}]
)
def test_without_the_right_token_nothing_is_done(
    headers: Mapping[str, str], asha: Person, meta: GraphClient
) -> None:
    path = f"{meta.line.phone_number_id}/messages"
    status, answer = meta.call("POST", path, headers=headers, json={})
    assert (status, answer["error"]["code"]) == (401, 190)


def test_a_token_is_a_bearer_token(meta: GraphClient) -> None:
    headers = {"Authorization": f"Basic {meta.line.token}"}
    assert meta.call("GET", meta.line.phone_number_id, headers=headers)[0] == 401


def test_a_token_opens_its_own_number_alone(
    simulator: WhatsAppSimulator, meta: GraphClient
) -> None:
    other = simulator.world.line("officers").phone_number_id
    status, answer = meta.call("POST", f"{other}/messages", json={})
    assert (status, answer["error"]["code"]) == (400, 100)


@pytest.mark.parametrize("version", ["v20.0", "v99.0", "25.0"])
def test_an_unknown_version_is_refused(version: str, meta: GraphClient) -> None:
    url = f"{meta.url}/{version}/{meta.line.phone_number_id}/messages"
    status, answer = meta.call("POST", url, json={})
    assert (status, answer["error"]["code"]) == (400, 2500)


def test_a_number_tells_about_itself(meta: GraphClient) -> None:
    status, answer = meta.call("GET", meta.line.phone_number_id)
    assert (status, answer["display_phone_number"]) == (200, "919000000001")


def test_every_call_is_on_record(asha: Person, meta: GraphClient) -> None:
    asha.says("Hi")
    meta.send(TO)
    meta.send(TO, "text", {"body": "x" * 4097})
    meta.call("GET", "1234")
    made = [
        (one.method, one.path.rpartition("/")[2], one.status) for one in meta.simulator.requests
    ]
    assert made == [("POST", "messages", 200), ("POST", "messages", 400), ("GET", "1234", 400)]
    assert [body["text"]["body"] for body in meta.simulator.requests.sends("tips")] == [
        "नमस्ते",
        "x" * 4097,
    ]
    assert meta.simulator.requests.sends("officers") == []


def test_tokens_and_secrets_are_not_printed(simulator: WhatsAppSimulator) -> None:
    printed = repr(simulator.settings)
    assert simulator.settings.app_secret not in printed
    assert simulator.settings.lines[0].token not in printed


def test_it_runs_by_itself() -> None:
    command = [sys.executable, "-m", "local.whatsapp", "--port", "0", "--person", "+919000000101=A"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        key, _, url = process.stdout.readline().strip().partition("=")
        assert key == "GRAPH_API_URL"
        assert urllib3.request("GET", f"{url}/v25.0/1", retries=False).status == 401
        process.terminate()
    assert process.returncode == 0


def test_a_taken_port_is_a_clear_message(meta: GraphClient) -> None:
    port = meta.url.rpartition(":")[2]
    command = [sys.executable, "-m", "local.whatsapp", "--port", port]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert f"port {port} of 127.0.0.1 is taken" in ended.stderr
