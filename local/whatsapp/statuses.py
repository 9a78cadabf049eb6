"""What becomes of a message of the business: sent, delivered, read or failed, each by webhook."""

from typing import Any

from local.whatsapp.messages import Message, Status
from local.whatsapp.webhooks import Change
from local.whatsapp.world import World


def report(world: World, message: Message, status: Status) -> None:
    """Move the message up the ladder and post the webhook; nothing where it is there already."""
    if world.chats.marks(message, status):
        _post(world, message, status)


def report_way_to_phone(world: World, message: Message) -> None:
    """`sent`, and `delivered` unless the phone is off."""
    report(world, message, "sent")
    if world.phones.get(message.person_id).online:
        report(world, message, "delivered")


def report_failure(world: World, message: Message) -> None:
    """`failed`, with the error that the message carries."""
    message.status = "failed"
    world.chats.ring("message", message.wamid)
    _post(world, message, "failed")


def _post(world: World, message: Message, status: Status) -> None:
    line = world.line(message.line)
    value: dict[str, Any] = {
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": line.display_number,
            "phone_number_id": line.phone_number_id,
        },
    }
    if status != "failed":
        value["contacts"] = [message.identity.contact(line.portfolio, with_key=False)]
    value["statuses"] = [_status(world, message, status)]
    world.webhooks.post(Change(waba_id=line.waba_id, value=value))


def _status(world: World, message: Message, status: Status) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": message.wamid,
        "status": status,
        "timestamp": str(int(world.clock.now())),
        **_recipient(world, message, status),
    }
    if message.callback_data is not None:
        item["biz_opaque_callback_data"] = message.callback_data
    if status in {"sent", "delivered"}:
        item["pricing"] = dict(message.priced)
    if status == "failed" and message.error:
        item["errors"] = [message.error.in_status()]
    return item


def _recipient(world: World, message: Message, status: Status) -> dict[str, str]:
    portfolio = world.line(message.line).portfolio
    fields = message.identity.named(portfolio, phone_as="recipient_id", user_as="recipient_user_id")
    if status == "failed" and "recipient_id" in fields:
        fields.pop("recipient_user_id", None)
    return fields
