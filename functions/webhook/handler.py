"""HTTP API, payload format 2.0: GET is Meta's handshake, POST a webhook.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

import base64
import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from functions.webhook.door import Door, Entrance, NotAnEnvelope, NotFromMeta
from satark import log
from satark.aws import clients
from satark.aws.kms import KmsIdentityKeys
from satark.aws.sqs import SqsLine, SqsOutbox
from satark.settings import WebhookSettings
from satark.whatsapp.sender import NamedBy
from satark.whatsapp.verify import handshake

type Answer = dict[str, Any]


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> Answer:
    """An error of AWS leaves as such: API Gateway makes it a 500, and Meta delivers again."""
    if event["requestContext"]["http"]["method"] == "GET":
        return _greet(event)
    return _admit(event)


def _greet(event: dict[str, Any]) -> Answer:
    challenge = handshake(event.get("queryStringParameters") or {}, secrets()["verify_token"])
    if challenge is None:
        return _answer(403)
    return _answer(200, challenge)


def _admit(event: dict[str, Any]) -> Answer:
    arrived = datetime.fromtimestamp(event["requestContext"]["timeEpoch"] / 1000, UTC)
    try:
        door().admit(_body(event), _signature(event), arrived=arrived)
    except NotFromMeta:
        return _answer(401)
    except NotAnEnvelope:
        return _answer(400)
    return _answer(200)


def _body(event: dict[str, Any]) -> bytes:
    body: str = event.get("body") or ""
    return base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()


def _signature(event: dict[str, Any]) -> str:
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    return headers.get("x-hub-signature-256") or ""


def _answer(status: int, body: str = "") -> Answer:
    return {"statusCode": status, "headers": {"content-type": "text/plain"}, "body": body}


@cache
def door() -> Door:
    settings, known = _settings(), secrets()
    return Door(
        app_secrets=known["app_secret"].split(),
        ref_key=clients.secret(settings.message_ref_secret).encode(),
        entrances={
            settings.tips_phone_number_id: _tips(settings),
            settings.officers_phone_number_id: _officers(settings),
        },
    )


def _settings() -> WebhookSettings:
    return WebhookSettings.from_environment()


@cache
def secrets() -> dict[str, str]:
    """`verify_token`, and `app_secret`: one for each app, and an old one while it is rotated."""
    known: dict[str, str] = json.loads(clients.secret(_settings().door_secret))
    return known


def _tips(settings: WebhookSettings) -> Entrance:
    """The tips courier lets go or retries; whether a tipster has read is nobody's business."""
    return Entrance(
        named_by=NamedBy.USER_ID,
        keys=KmsIdentityKeys(
            clients.kms(), mac_key=settings.tips_mac_key, address_key=settings.tips_address_key
        ),
        line=SqsLine(clients.sqs(), queue_url=settings.tips_line),
        statuses=SqsOutbox(clients.sqs(), queue_url=settings.tipster_outbox),
        states=frozenset({"sent", "failed"}),
    )


def _officers(settings: WebhookSettings) -> Entrance:
    """Officers are known by the number on the roster."""
    line = SqsLine(clients.sqs(), queue_url=settings.officers_line)
    return Entrance(
        named_by=NamedBy.NUMBER,
        keys=KmsIdentityKeys(
            clients.kms(),
            mac_key=settings.officers_mac_key,
            address_key=settings.officers_address_key,
        ),
        line=line,
        statuses=line,
        states=frozenset({"sent", "delivered", "read", "failed"}),
    )
