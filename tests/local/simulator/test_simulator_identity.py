"""People without a visible number, and people who change what they are known by."""

from dataclasses import replace
from typing import Any

import pytest

from local.whatsapp import OFFICERS, TIPS, Person, SimulatorSettings, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"
HIDDEN = "919000000103"


@pytest.fixture
def meera(simulator: WhatsAppSimulator) -> Person:
    return simulator.person(name="Meera", number=HIDDEN, username="meera.k")


def test_a_username_adopter_shows_no_number_anywhere(
    simulator: WhatsAppSimulator, meera: Person, meta: GraphClient, webhook: Webhook
) -> None:
    meera.sends_photo(b"p")
    message, value = webhook.messages[0], webhook.values[0]
    assert value["contacts"] == [
        {"profile": {"name": "Meera", "username": "meera.k"}, "user_id": meera.bsuid}
    ]
    assert ("from" in message, message["from_user_id"]) == (False, meera.bsuid)
    meta.post(
        {
            "messaging_product": "whatsapp",
            "recipient": meera.bsuid,
            "type": "text",
            "text": {"body": "नमस्ते"},
        }
    )
    meera.waits_for("नमस्ते")
    simulator.settles()
    for status in webhook.statuses:
        assert ("recipient_id" in status, status["recipient_user_id"]) == (False, meera.bsuid)
    assert all(HIDDEN.encode() not in body for body, _ in webhook.posts)


def test_the_answer_to_a_send_by_user_id(meera: Person, meta: GraphClient) -> None:
    meera.says("Hi")
    _, answer = meta.send("", change={"to": None, "recipient": meera.bsuid})
    assert answer["contacts"] == [{"input": meera.bsuid, "user_id": meera.bsuid}]


def test_a_number_wins_over_a_user_id(asha: Person, meera: Person, meta: GraphClient) -> None:
    asha.says("Hi")
    meta.send(TO, recipient=meera.bsuid)
    asha.waits_for(1)
    assert meera.received == []


def test_a_user_id_in_to_is_dropped_in_silence(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.says("Hi")
    assert meta.send(str(asha.bsuid))[0] == 200
    simulator.settles()
    assert (asha.received, webhook.statuses) == ([], [])


def test_no_authentication_template_to_a_user_id(
    simulator: WhatsAppSimulator, meera: Person, meta: GraphClient
) -> None:
    components = [{"type": "BODY", "text": "Your code."}]
    code = {"name": "code", "language": "en", "category": "AUTHENTICATION"}
    simulator.register_templates([code | {"components": components}])
    body = {"name": "code", "language": {"code": "en"}}
    _, answer = meta.send("", "template", body, change={"to": None, "recipient": meera.bsuid})
    assert answer["error"]["code"] == 131062


def test_a_person_becomes_a_username_adopter(asha: Person, webhook: Webhook) -> None:
    asha.says("today")
    asha.adopts_username("asha.w")
    asha.says("tomorrow")
    today, tomorrow = webhook.messages
    assert ("from" in today, "from" in tomorrow) == (True, False)
    assert today["from_user_id"] == tomorrow["from_user_id"]


def test_before_april_2026_there_was_no_user_id(
    simulator: WhatsAppSimulator, webhook: Webhook
) -> None:
    simulator.person(name="Old", number=TO, bsuid=False).says("Hi")
    assert "from_user_id" not in webhook.messages[0]
    assert "user_id" not in webhook.values[0]["contacts"][0]


def test_a_chosen_user_id(simulator: WhatsAppSimulator) -> None:
    person = simulator.person(name="A", number=TO, bsuid="IN.ENT.abc")
    assert person.bsuid == "IN.ENT.abc"


@pytest.mark.parametrize("tells_previous", [True, False])
def test_a_change_of_number(asha: Person, webhook: Webhook, *, tells_previous: bool) -> None:
    old = asha.bsuid
    asha.changes_number("+919000000111", tells_previous=tells_previous)
    notice = webhook.messages[0]
    system: dict[str, Any] = notice["system"]
    assert "contacts" not in webhook.values[0]
    assert (notice["from"], system["type"]) == ("919000000111", "user_changed_number")
    assert (system["wa_id"], system["user_id"]) == ("919000000111", asha.bsuid)
    assert asha.bsuid != old
    assert system.get("previous_user_id") == (old if tells_previous else None)
    assert "919000000101" in system["body"]


def test_a_change_of_user_id_without_a_number(meera: Person, webhook: Webhook) -> None:
    old = meera.bsuid
    meera.changes_number("+919000000113")
    notice = webhook.messages[0]
    assert "from" not in notice
    assert notice["system"] == {
        "type": "user_changed_user_id",
        "body": f"User Meera changed from {old} to {meera.bsuid}",
        "user_id": meera.bsuid,
        "previous_user_id": old,
    }


def test_portfolios_know_a_person_by_different_ids(webhook: Webhook) -> None:
    lines = (TIPS, replace(OFFICERS, portfolio="portfolio-2"))
    with WhatsAppSimulator(SimulatorSettings(webhook_url=webhook.url, lines=lines)) as simulator:
        person = simulator.person(name="Both", number=TO)
        person.says("Hi")
        person.says("Hi", line="officers")
    assert len({message["from_user_id"] for message in webhook.messages}) == 2


def test_a_changed_handset_is_refused_under_its_old_hash(webhook: Webhook) -> None:
    lines = (TIPS, replace(OFFICERS, identity_check=True))
    with WhatsAppSimulator(SimulatorSettings(webhook_url=webhook.url, lines=lines)) as simulator:
        officer = simulator.person(name="SO", number=TO, line="officers")
        officer.says("Hi")
        client = GraphClient(simulator, "officers")
        old = _key_hash(webhook)
        assert client.send(TO, recipient_identity_key_hash=old)[0] == 200
        officer.changes_handset()
        assert client.send(TO, recipient_identity_key_hash=old)[1]["error"]["code"] == 137000
        assert client.send(TO)[0] == 200
        officer.says("It is me")
        assert client.send(TO, recipient_identity_key_hash=_key_hash(webhook))[0] == 200
        client.http.clear()
    kinds = [message["system"]["type"] for message in webhook.messages if "system" in message]
    assert kinds == ["customer_identity_changed"]


def _key_hash(webhook: Webhook) -> str:
    told = [value for value in webhook.values if "contacts" in value][-1]
    return str(told["contacts"][0]["identity_key_hash"])


def test_two_people_do_not_share_a_number(simulator: WhatsAppSimulator, asha: Person) -> None:
    with pytest.raises(ValueError, match="exists already"):
        simulator.person(name="Other", number=TO)
