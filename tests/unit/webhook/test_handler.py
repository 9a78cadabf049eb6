"""HTTP in and out, with the handler's adapters replaced by collections."""

import base64
import json
from typing import Any

import pytest

from functions.webhook import handler
from satark.log import Failed
from satark.message import Text
from tests.unit.webhook.premises import SECRET, Premises
from tests.unit.whatsapp.payloads import GREETING, payload, signature

BODY = json.dumps(payload("text"), ensure_ascii=False)


@pytest.fixture
def premises(monkeypatch: pytest.MonkeyPatch) -> Premises:
    premises = Premises()
    monkeypatch.setattr(handler, "door", lambda: premises.door)
    monkeypatch.setattr(handler, "secrets", lambda: {"verify_token": "ours"})
    return premises


def get(parameters: dict[str, str] | None) -> dict[str, Any]:
    event = {"requestContext": {"http": {"method": "GET"}}, "queryStringParameters": parameters}
    return handler.lambda_handler(event, None)


def post(
    body: str = BODY,
    changes: dict[str, Any] | None = None,
    *,
    name: str = "x-hub-signature-256",
) -> dict[str, Any]:
    event = {
        "requestContext": {"http": {"method": "POST"}, "timeEpoch": 1769160600000},
        "headers": {name: signature(body.encode(), SECRET), "host": "x"},
        "body": body,
        "isBase64Encoded": False,
    }
    return handler.lambda_handler(event | (changes or {}), None)


def test_the_handshake_answers_with_the_bare_challenge(premises: Premises) -> None:
    answer = get(GREETING)
    assert (answer["statusCode"], answer["body"]) == (200, "1158201444")
    assert answer["headers"]["content-type"] == "text/plain"


@pytest.mark.parametrize("parameters", [None, {}, GREETING | {"hub.verify_token": "theirs"}])
def test_any_other_greeting_is_refused(
    parameters: dict[str, str] | None, premises: Premises
) -> None:
    answer = get(parameters)
    assert (answer["statusCode"], answer["body"]) == (403, "")


def test_a_signed_webhook_is_queued_and_answered_with_200(premises: Premises) -> None:
    assert post()["statusCode"] == 200
    assert [message.content for message in premises.tips.taken] == [Text("गाँव में जुआ चल रहा है")]


@pytest.mark.parametrize("name", ["X-Hub-Signature-256", "X-HUB-SIGNATURE-256"])
def test_the_header_is_found_in_any_case(name: str, premises: Premises) -> None:
    assert post(name=name)["statusCode"] == 200


def test_a_body_in_base64_is_verified_as_the_bytes_that_it_stands_for(premises: Premises) -> None:
    encoded = base64.b64encode(BODY.encode()).decode()
    answer = post(BODY, {"body": encoded, "isBase64Encoded": True})
    assert answer["statusCode"] == 200
    assert len(premises.tips.taken) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"headers": {}},
        {"headers": None},
        {"headers": {"x-hub-signature-256": "sha256=" + "0" * 64}},
        {"body": BODY + " "},
        {"body": None},
        {"body": ""},
    ],
)
def test_without_the_right_signature_nothing_is_done(
    changes: dict[str, Any], premises: Premises
) -> None:
    assert post(BODY, changes)["statusCode"] == 401
    assert premises.untouched


@pytest.mark.parametrize("body", ["[]", "{", "नमस्ते"])
def test_what_is_no_json_object_is_a_bad_request(body: str, premises: Premises) -> None:
    assert post(body)["statusCode"] == 400
    assert premises.untouched


def test_an_error_of_aws_is_no_200_and_does_not_print_its_words(
    premises: Premises, capsys: pytest.CaptureFixture[str]
) -> None:
    premises.tips.error = ConnectionError("while sending for 919000000123")
    with pytest.raises(Failed) as failed:
        post()

    assert "919000000123" not in capsys.readouterr().out + repr(failed.value)
