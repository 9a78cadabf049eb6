"""Messages of people, as Meta posts them to the business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from local.whatsapp import wamid
from local.whatsapp.content import plain_content
from local.whatsapp.media import INBOUND_SECONDS, Media
from local.whatsapp.messages import Message
from local.whatsapp.phones import Phone
from local.whatsapp.settings import BusinessNumber
from local.whatsapp.webhooks import Change
from local.whatsapp.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message about to be sent. `extra` adds keys beside the type's body, `errors` say."""

    type: str
    body: object
    quoting: Message | None = None
    media: Media | None = None
    forwarded: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


def send(world: World, phone: Phone, line: BusinessNumber, draft: Draft) -> Message:
    """Post the webhook, once the message is in the chat; returns after the first attempt."""
    message = _message(world, phone, line, draft)
    world.chats.add(message)
    contacts = [phone.identity.contact(line.portfolio, with_key=line.identity_check)]
    item = _item(phone, line, draft, message)
    world.webhooks.post(_change(line, {"contacts": contacts, "messages": [item]}, message.wamid))
    return message


def send_system(
    world: World, line: BusinessNumber, sender: Mapping[str, str], system: Mapping[str, Any]
) -> None:
    """A notice about a person's identity: it has no `contacts`."""
    item = {
        **sender,
        "id": wamid.from_person(sender.get("from", "")),
        "timestamp": str(int(world.clock.now())),
        "type": "system",
        "system": system,
    }
    world.webhooks.post(_change(line, {"messages": [item]}, None))


def store_media(
    world: World, line: BusinessNumber, content: bytes, mime_type: str, filename: str | None = None
) -> Media:
    return world.media.put(
        line.phone_number_id,
        content,
        mime_type,
        expires_at=world.clock.now() + INBOUND_SECONDS,
        filename=filename,
    )


def _change(line: BusinessNumber, updates: Mapping[str, Any], carried: str | None) -> Change:
    value = {
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": line.display_number,
            "phone_number_id": line.phone_number_id,
        },
        **updates,
    }
    return Change(waba_id=line.waba_id, value=value, wamid=carried)


def _message(world: World, phone: Phone, line: BusinessNumber, draft: Draft) -> Message:
    body = draft.body if isinstance(draft.body, dict) else draft.extra.get("unsupported", {})
    return Message(
        wamid=wamid.from_person(phone.identity.number),
        line=line.line,
        person_id=phone.id,
        identity=phone.identity,
        by_business=False,
        type=draft.type,
        body=body,
        content=plain_content(draft.type, body),
        at=world.clock.now(),
        quotes=draft.quoting.wamid if draft.quoting else None,
        media=draft.media,
        status="sent",
    )


def _item(phone: Phone, line: BusinessNumber, draft: Draft, message: Message) -> dict[str, Any]:
    item: dict[str, Any] = {
        **phone.identity.named(line.portfolio, phone_as="from", user_as="from_user_id"),
        "id": message.wamid,
        "timestamp": str(int(message.at)),
        "type": draft.type,
        **draft.extra,
    }
    if draft.body is not None:
        item[draft.type] = draft.body
    if context := _context(phone, line, draft):
        item["context"] = context
    return item


def _context(phone: Phone, line: BusinessNumber, draft: Draft) -> dict[str, Any]:
    context: dict[str, Any] = {"forwarded": True} if draft.forwarded else {}
    if draft.quoting is None:
        return context
    if draft.quoting.by_business:
        author = {"from": line.display_number}
    else:
        author = {"from": phone.identity.number} if phone.identity.shows_number else {}
    return {**context, **author, "id": draft.quoting.wamid}
