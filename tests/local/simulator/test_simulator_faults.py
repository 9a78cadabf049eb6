"""What is told to go wrong goes wrong, so many times, and no more."""

from typing import Any

import pytest
import urllib3

from local.whatsapp import Person, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"


@pytest.fixture(autouse=True)
def opened(asha: Person) -> None:
    asha.says("Hi")


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"http": 429}, (429, 130429)),
        ({"http": 500}, (500, 131000)),
        ({"http": 503}, (503, 131016)),
        ({"code": 131056}, (400, 131056)),
        ({"code": 190}, (401, 190)),
        ({"code": 4, "http": 429}, (429, 4)),
    ],
)
def test_the_next_sends_are_refused(
    fault: dict[str, Any], expected: tuple[int, int], asha: Person, meta: GraphClient
) -> None:
    meta.simulator.faults.fail_sends(times=2, **fault)
    for _ in range(2):
        status, answer = meta.send(TO)
        assert (status, answer["error"]["code"]) == expected
    assert meta.send(TO)[0] == 200
    assert len(asha.received) == 1


def test_an_answer_that_is_not_json(meta: GraphClient) -> None:
    meta.simulator.faults.fail_sends(http=502, body="<html>Bad Gateway</html>")
    assert meta.send(TO) == (502, b"<html>Bad Gateway</html>")


def test_a_fault_can_aim_at_one_number(simulator: WhatsAppSimulator, meta: GraphClient) -> None:
    simulator.faults.fail_sends(http=500, line="officers")
    assert meta.send(TO)[0] == 200


def test_faults_can_be_called_off(simulator: WhatsAppSimulator, meta: GraphClient) -> None:
    simulator.faults.fail_sends(http=500)
    simulator.faults.clear()
    assert meta.send(TO)[0] == 200


@pytest.mark.parametrize("code", [131049, 131026])
def test_an_accepted_message_fails_later(
    code: int, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    meta.simulator.faults.fail_by_status(code)
    assert meta.send(TO)[0] == 200
    meta.simulator.settles()
    assert asha.received == []
    assert [(one["status"], one["errors"][0]["code"]) for one in webhook.statuses] == [
        ("failed", code)
    ]
    assert webhook.statuses[0]["recipient_id"] == "919000000101"
    assert "recipient_user_id" not in webhook.statuses[0]


def test_a_lost_response_is_a_delivered_message(
    asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    meta.simulator.faults.drop_responses()
    with pytest.raises(urllib3.exceptions.ProtocolError):
        meta.send(TO, biz_opaque_callback_data="intent-3")
    asha.waits_for(1)
    meta.simulator.settles()
    assert {one["biz_opaque_callback_data"] for one in webhook.statuses} == {"intent-3"}
    assert meta.send(TO)[0] == 200


def test_the_status_comes_before_the_response(meta: GraphClient, webhook: Webhook) -> None:
    meta.simulator.faults.status_before_response()
    meta.send(TO)
    assert [one["status"] for one in webhook.statuses] == ["sent", "delivered"]


def test_media_fail_and_then_succeed(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    faults = meta.simulator.faults
    asha.sends_photo(b"photo")
    media_id = webhook.messages[-1]["image"]["id"]
    faults.fail_media_lookups()
    assert meta.call("GET", media_id)[0] == 500
    url = meta.call("GET", media_id)[1]["url"]
    faults.fail_downloads()
    faults.fail_downloads(404)
    faults.corrupt_downloads()
    assert [meta.call("GET", url) for _ in range(4)] == [
        (503, b"simulated failure"),
        (404, b"simulated failure"),
        (200, b"qhoto"),
        (200, b"photo"),
    ]
