"""A person writes, the business answers, the person taps."""

from local.whatsapp import Person
from tests.local.simulator.conftest import GraphClient, Webhook


def test_a_chat_goes_both_ways(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    asha.says("Hi")
    assert webhook.messages[0]["text"] == {"body": "Hi"}
    buttons = [{"type": "reply", "reply": {"id": "hi", "title": "हिन्दी"}}]
    body = {"type": "button", "body": {"text": "भाषा?"}, "action": {"buttons": buttons}}
    status, answer = meta.send("+919000000101", "interactive", body)
    assert (status, list(answer)) == (200, ["messaging_product", "contacts", "messages"])
    asha.waits_for("भाषा")
    asha.taps("हिन्दी")
    tap = webhook.messages[-1]
    assert tap["interactive"] == {
        "type": "button_reply",
        "button_reply": {"id": "hi", "title": "हिन्दी"},
    }
    assert tap["context"] == {"from": "919000000001", "id": answer["messages"][0]["id"]}
