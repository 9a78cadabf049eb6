"""Phones and messages as the page reads them."""

from typing import Any

from local.phones.owners import Owners
from local.whatsapp import Message, Person, WhatsAppSimulator
from local.whatsapp.messages import Content, Option
from local.whatsapp.world import World


def state_view(simulator: WhatsAppSimulator, owners: Owners) -> dict[str, Any]:
    people = list(simulator.people.values())
    return {
        "clock": clock_view(simulator),
        "phones": [phone_view(simulator.world, owners, person) for person in people],
    }


def clock_view(simulator: WhatsAppSimulator) -> dict[str, float]:
    """`now` in Unix seconds, `offset` in seconds ahead of this machine."""
    return {"now": simulator.clock.now(), "offset": round(simulator.clock.offset, 1)}


def phone_view(world: World, owners: Owners, person: Person) -> dict[str, Any]:
    line, now = world.line(person.phone.line), world.clock.now()
    identity, officer = person.phone.identity, owners.officers.get(person.phone.id)
    return {
        "id": person.phone.id,
        "name": person.name,
        "number": person.number,
        "username": identity.username,
        "bsuid": person.bsuid,
        "office": officer.office if officer else None,
        "onDesk": officer is not None and officer.on_desk,
        "online": person.phone.online,
        "business": line.verified_name,
        "typing": world.chats.is_typing(line.line, person.phone.id, now),
        "windowOpen": world.chats.window_open(line.line, person.phone.id, now),
        "messages": [message_view(world, message) for message in person.messages],
    }


def message_view(world: World, message: Message) -> dict[str, Any]:
    content = message.content
    return {
        "id": message.wamid,
        "phone": message.person_id,
        "mine": not message.by_business,
        "deleted": message.deleted,
        "type": message.type,
        "at": message.at,
        "status": message.status,
        "header": content.header,
        "text": content.text,
        "footer": content.footer,
        "options": [option_view(option) for option in content.options],
        "listButton": content.list_button,
        "media": media_view(message),
        "place": content.place,
        "template": content.template,
        "emoji": content.emoji,
        "quotes": quote_view(world, message),
        "reactions": list(dict.fromkeys(one for one in message.reactions.values() if one)),
        "error": error_view(message),
    }


def option_view(option: Option) -> dict[str, str]:
    return {
        "kind": option.kind,
        "id": option.id,
        "title": option.title,
        "description": option.description,
        "url": option.url,
    }


def media_view(message: Message) -> dict[str, Any] | None:
    content, media = message.content, message.media
    if not content.media_kind:
        return None
    return {
        "kind": content.media_kind,
        "mime": media.mime_type if media else "",
        "size": len(media.content) if media else 0,
        "filename": content.filename or (media.filename if media else "") or "",
        "voice": content.voice or (media is not None and media.mime_type.startswith("audio/ogg")),
        "link": content.link,
        "held": media is not None,
    }


def quote_view(world: World, message: Message) -> dict[str, Any] | None:
    quoted = world.chats.find(message.quotes) if message.quotes else None
    if quoted is None:
        return None
    return {"id": quoted.wamid, "mine": not quoted.by_business, "text": gist(quoted)}


def gist(message: Message) -> str:
    """One line that stands for the message where it is quoted."""
    content: Content = message.content
    words = content.text or content.header or content.filename
    kinds = {"image": "Photo", "video": "Video", "audio": "Voice message", "document": "Document"}
    return words or kinds.get(content.media_kind) or ("Location" if content.place else message.type)


def error_view(message: Message) -> dict[str, Any] | None:
    if message.error is None:
        return None
    return {
        "code": message.error.code,
        "title": message.error.title,
        "details": message.error.details,
    }
