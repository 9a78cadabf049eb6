"""What becomes of a sent message: sent, delivered, read, failed."""

from local.whatsapp import Person, WhatsAppSimulator
from tests.local.simulator.conftest import GraphClient, Webhook

TO = "+919000000101"


def test_the_ladder_with_our_own_mark(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.says("Hi")
    _, answer = meta.send(TO, biz_opaque_callback_data="intent-1")
    simulator.settles()
    asha.reads()
    wamid = answer["messages"][0]["id"]
    told = [(one["id"], one["status"], one["biz_opaque_callback_data"]) for one in webhook.statuses]
    assert told == [(wamid, step, "intent-1") for step in ("sent", "delivered", "read")]
    assert webhook.statuses[0] == {
        "id": wamid,
        "status": "sent",
        "timestamp": webhook.statuses[0]["timestamp"],
        "recipient_id": "919000000101",
        "recipient_user_id": asha.bsuid,
        "biz_opaque_callback_data": "intent-1",
        "pricing": {
            "billable": False,
            "pricing_model": "PMP",
            "type": "free_customer_service",
            "category": "service",
        },
    }
    assert [value["contacts"][0]["profile"]["name"] for value in webhook.values] == ["Asha"] * 4


def test_to_answer_is_to_read(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.says("Hi")
    meta.send(TO)
    simulator.settles()
    asha.says("Thanks")
    assert [one["status"] for one in webhook.statuses] == ["sent", "delivered", "read"]


def test_no_receipts_from_who_switched_them_off(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.phone.read_receipts = False
    asha.says("Hi")
    meta.send(TO)
    simulator.settles()
    asha.says("Thanks")
    assert [one["status"] for one in webhook.statuses] == ["sent", "delivered"]


def test_a_phone_that_is_off_gets_it_later(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient, webhook: Webhook
) -> None:
    asha.says("Hi")
    asha.goes_offline()
    meta.send(TO)
    simulator.settles()
    assert [one["status"] for one in webhook.statuses] == ["sent"]
    asha.comes_online()
    assert [one["status"] for one in webhook.statuses] == ["sent", "delivered"]


def test_nobody_has_that_number(
    simulator: WhatsAppSimulator, meta: GraphClient, webhook: Webhook
) -> None:
    status, _ = meta.send("+919000000199", biz_opaque_callback_data="intent-2")
    simulator.settles()
    assert status == 200
    failed = webhook.statuses[0]
    assert (failed["status"], failed["recipient_id"]) == ("failed", "919000000199")
    assert [error["code"] for error in failed["errors"]] == [131026]
    assert failed["biz_opaque_callback_data"] == "intent-2"
    assert "contacts" not in webhook.values[0]
    assert "recipient_user_id" not in failed


def test_the_business_reads_and_types(
    simulator: WhatsAppSimulator, asha: Person, meta: GraphClient
) -> None:
    simulator.clock.freeze()
    first, second = asha.says("one"), asha.says("two")
    receipt = {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": second.wamid,
        "typing_indicator": {"type": "text"},
    }
    assert meta.post(receipt) == (200, {"success": True})
    assert (first.status, second.status) == ("read", "read")
    now = simulator.clock.now()
    assert simulator.chats.is_typing("tips", asha.phone.id, now + 24)
    assert not simulator.chats.is_typing("tips", asha.phone.id, now + 25)
    meta.send(TO)
    assert not simulator.chats.is_typing("tips", asha.phone.id, now)


def test_a_receipt_for_a_message_that_never_came(meta: GraphClient) -> None:
    receipt = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.none"}
    assert meta.post(receipt)[1]["error"]["code"] == 131009


def test_reactions_go_both_ways(asha: Person, meta: GraphClient, webhook: Webhook) -> None:
    said = asha.says("Hi")
    meta.send(TO, "reaction", {"message_id": said.wamid, "emoji": "🙏"})
    assert said.reactions == {"business": "🙏"}
    assert asha.received == []
    asha.reacts(said, "👍")
    assert webhook.messages[-1]["reaction"] == {"message_id": said.wamid, "emoji": "👍"}
    asha.reacts(said, "")
    assert webhook.messages[-1]["reaction"] == {"message_id": said.wamid}
