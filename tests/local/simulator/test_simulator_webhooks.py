"""What Meta posts: the envelope, the signature, the retries, the handshake."""

import base64
import hashlib
import hmac
import json

import pytest

from local.whatsapp import Person, WhatsAppSimulator
from local.whatsapp.handshake import HandshakeError
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"


def test_the_envelope_is_metas(
    simulator: WhatsAppSimulator, asha: Person, webhook: Webhook
) -> None:
    sent = asha.says("नमस्ते")
    assert json.loads(webhook.posts[0][0]) == {
        "object": "whatsapp_business_account",
        "entry": [
            {
                "id": "102290129340301",
                "changes": [
                    {
                        "field": "messages",
                        "value": {
                            "messaging_product": "whatsapp",
                            "metadata": {
                                "display_phone_number": "919000000001",
                                "phone_number_id": "106540352242901",
                            },
                            "contacts": [
                                {
                                    "profile": {"name": "Asha"},
                                    "wa_id": "919000000101",
                                    "user_id": asha.bsuid,
                                }
                            ],
                            "messages": [
                                {
                                    "from": "919000000101",
                                    "from_user_id": asha.bsuid,
                                    "id": sent.wamid,
                                    "timestamp": str(int(sent.at)),
                                    "type": "text",
                                    "text": {"body": "नमस्ते"},
                                }
                            ],
                        },
                    }
                ],
            }
        ],
    }


def test_the_signature_is_over_the_bytes(
    simulator: WhatsAppSimulator, asha: Person, webhook: Webhook
) -> None:
    asha.says("क/ख")
    body, headers = webhook.posts[0]
    assert b"\\u0915\\/\\u0916" in body
    digest = hmac.new(simulator.settings.app_secret.encode(), body, hashlib.sha256).hexdigest()
    assert headers["X-Hub-Signature-256"] == f"sha256={digest}"


def test_a_wamid_holds_the_persons_number_both_ways(asha: Person, meta: GraphClient) -> None:
    inbound = asha.says("Hi").wamid
    outbound = meta.send(TO)[1]["messages"][0]["id"]
    for wamid in (inbound, outbound):
        assert wamid.startswith("wamid.HBgM")
        assert b"919000000101" in base64.b64decode(wamid.removeprefix("wamid."))


def test_a_refused_webhook_is_retried_until_it_is_taken(
    simulator: WhatsAppSimulator, asha: Person, webhook: Webhook
) -> None:
    simulator.clock.freeze()
    webhook.answers = [500, 503]
    said = asha.says("Hi")
    assert (len(webhook.posts), said.status) == (1, "sent")
    simulator.clock.advance(seconds=1)
    webhook.waits_for_posts(2)
    simulator.settles()
    simulator.clock.advance(seconds=4)
    simulator.settles()
    assert len(webhook.posts) == 2
    simulator.clock.advance(seconds=1)
    webhook.waits_for_posts(3)
    simulator.settles()
    assert len({body for body, _ in webhook.posts}) == 1
    assert (simulator.deliveries[0].answers, said.status) == ([500, 503, 200], "delivered")


def test_a_dead_webhook_is_no_error_of_the_person(
    simulator: WhatsAppSimulator, asha: Person
) -> None:
    simulator.webhook_url = "http://127.0.0.1:9/webhook"
    asha.says("Hi")
    assert "NewConnectionError" in str(simulator.deliveries[0].answers[0])


def test_without_a_webhook_deliveries_are_only_recorded(
    simulator: WhatsAppSimulator, asha: Person, webhook: Webhook
) -> None:
    simulator.webhook_url = None
    asha.says("Hi")
    assert webhook.posts == []
    assert simulator.deliveries[0].payload["object"] == "whatsapp_business_account"


def test_the_handshake(simulator: WhatsAppSimulator, webhook: Webhook) -> None:
    simulator.verify_webhook()
    webhook.challenge_prefix = b'"'
    with pytest.raises(HandshakeError, match="bare challenge"):
        simulator.verify_webhook()
    simulator.webhook_url = None
    with pytest.raises(HandshakeError, match="set webhook_url"):
        simulator.verify_webhook()


def test_any_bytes_can_be_posted(simulator: WhatsAppSimulator, webhook: Webhook) -> None:
    simulator.posts(b"not json", signature="sha256=00")
    simulator.posts(b"x" * 3_000_000)
    assert [(len(body), headers["X-Hub-Signature-256"][:9]) for body, headers in webhook.posts] == [
        (8, "sha256=00"),
        (3_000_000, simulator.world.webhooks.sign(b"x" * 3_000_000)[:9]),
    ]


def test_other_fields_are_posted_too(simulator: WhatsAppSimulator, webhook: Webhook) -> None:
    simulator.posts_change("tips", "account_update", {"event": "VERIFIED_ACCOUNT"})
    change = json.loads(webhook.posts[0][0])["entry"][0]["changes"][0]
    assert change == {"field": "account_update", "value": {"event": "VERIFIED_ACCOUNT"}}


def test_types_that_the_simulator_knows_nothing_of(asha: Person, webhook: Webhook) -> None:
    asha.sends("unsupported", None, errors=[{"code": 131051}])
    asha.sends("contacts", [{"name": {"formatted_name": "x"}}])
    asha.sends("text", {"body": "x"}, forwarded=True, colour="red")
    unsupported, contacts, text = webhook.messages
    assert unsupported["errors"] == [{"code": 131051}]
    assert "unsupported" not in unsupported
    assert contacts["contacts"] == [{"name": {"formatted_name": "x"}}]
    assert (text["context"], text["colour"]) == ({"forwarded": True}, "red")
