"""What the door lets in, and what leaves no trace before it."""

import json

import pytest
import urllib3

from tests.journey.town import Town

LONGEST = "🚨" * 4096  # as long as WhatsApp takes a text, and twelve bytes each in Meta's JSON
NOTHING = json.dumps({"object": "whatsapp_business_account", "entry": []})
THREE_MB = 3 * 1024 * 1024


def test_a_webhook_of_three_megabytes_is_answered_to_the_last_word(town: Town) -> None:
    citizens = [town.citizen(f"Citizen {count}") for count in range(33)]
    with town.road.whatsapp.in_one_post(entries=9):
        for citizen in citizens:
            citizen.person.says(LONGEST)
            citizen.person.says(LONGEST)
    town.settles()
    batch = max(town.road.whatsapp.deliveries, key=lambda delivery: len(delivery.body))
    assert len(batch.body) > THREE_MB
    assert batch.answers == [200]
    assert {len(citizen.person.received) for citizen in citizens} == {2}


@pytest.mark.parametrize(
    ("body", "signature", "status"),
    [
        (NOTHING, "sha256=" + "0" * 64, 401),
        (NOTHING, "", 401),
        ("not JSON", None, 400),
        ("[1, 2, 3]", None, 400),
    ],
    ids=["forged", "unsigned", "no JSON", "no object"],
)
def test_what_is_turned_away_leaves_no_trace(
    town: Town, body: str, signature: str | None, status: int
) -> None:
    town.citizen().greets()
    town.settles()
    before = _traces(town)
    assert _post(town, body.encode(), signature) == status
    assert _traces(town) == before


def _post(town: Town, body: bytes, signature: str | None) -> int:
    """As Meta does, but without its patience for what is refused."""
    signed = town.road.whatsapp.world.webhooks.sign(body) if signature is None else signature
    url = town.road.whatsapp.webhook_url or ""
    answer = urllib3.request("POST", url, body=body, headers={"X-Hub-Signature-256": signed})
    return answer.status


def _traces(town: Town) -> tuple[object, ...]:
    """Every call to AWS, every message, every line of a log."""
    cloud = town.road.system.cloud
    return cloud.calls(), cloud.messages(), cloud.logs()
