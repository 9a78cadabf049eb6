"""How a test tells a story: acts, waits, and a transcript where the story goes wrong."""

import pytest

from local.whatsapp import Person, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"
MENU = {
    "type": "list",
    "body": {"text": "किस थाने में?"},
    "action": {
        "button": "चुनें",
        "sections": [
            {"rows": [{"id": "t1", "title": "केराकत", "description": "जौनपुर"}]},
        ],
    },
}


def say(meta: GraphClient, text: str) -> str:
    wamid: str = meta.send(TO, "text", {"body": text})[1]["messages"][0]["id"]
    return wamid


def test_waiting_looks_at_what_came_since_the_last_act(asha: Person, meta: GraphClient) -> None:
    asha.says("Hi")
    say(meta, "Choose a language")
    assert asha.waits_for("language").text == "Choose a language"
    asha.says("1")
    say(meta, "Thank you")
    say(meta, "Goodbye")
    assert asha.waits_for(2).text == "Goodbye"
    assert asha.waits_for(lambda one: one.type == "text").text == "Thank you"
    with pytest.raises(AssertionError) as failure:
        asha.waits_for("language", timeout=0.01)
    assert "-> [text] Hi (delivered)" in str(failure.value)
    assert "<- [text] Goodbye" in str(failure.value)


def test_a_row_is_tapped_by_title_or_id(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    asha.says("Hi")
    meta.send(TO, "interactive", MENU)
    asha.waits_for(1)
    reply = {"id": "t1", "title": "केराकत", "description": "जौनपुर"}
    for choice in ("केराकत", "t1", asha.received[0]):
        asha.taps(choice)
        tapped = webhook.messages[-1]["interactive"]
        assert tapped == {"type": "list_reply", "list_reply": reply}


def test_what_is_not_there_cannot_be_tapped(asha: Person, meta: GraphClient) -> None:
    asha.says("Hi")
    with pytest.raises(AssertionError, match="sees no 'Yes' to tap"):
        asha.taps("Yes")


def test_an_old_button_can_still_be_tapped(
    asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.says("Hi")
    first = meta.send(TO, "interactive", MENU)[1]["messages"][0]["id"]
    meta.send(TO, "interactive", MENU)
    asha.waits_for(2)
    asha.taps("केराकत", of=asha.received[0])
    assert webhook.messages[-1]["context"]["id"] == first


def test_quoting_names_the_author(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    mine = asha.says("Hi")
    theirs = say(meta, "Hello")
    asha.says("about yours", quoting=asha.waits_for("Hello"))
    asha.says("about mine", quoting=mine)
    assert [message.get("context") for message in webhook.messages[1:]] == [
        {"from": "919000000001", "id": theirs},
        {"from": "919000000101", "id": mine.wamid},
    ]


def test_the_business_quotes_too(asha: Person, meta: GraphClient) -> None:
    mine = asha.says("Hi")
    meta.send(TO, context={"message_id": mine.wamid})
    assert asha.waits_for(1).quotes == mine.wamid


def test_an_unknown_line_names_the_known(simulator: WhatsAppSimulator, asha: Person) -> None:
    with pytest.raises(LookupError, match="there are: tips, officers"):
        asha.says("Hi", line="control room")
