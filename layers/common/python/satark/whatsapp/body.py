"""A message as the body of `POST /<phone number id>/messages`.

https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
"""

from collections.abc import Sequence
from mimetypes import guess_extension
from typing import Any

from satark.identity import SenderId
from satark.message import Ask, AskLocation, Option, Outgoing, Say, Show, Template
from satark.whatsapp.limits import BUTTONS
from satark.whatsapp.sender import NUMBER

type Body = dict[str, Any]

_UNCAPTIONED = frozenset({"audio", "sticker"})


def body(content: Outgoing, to: SenderId, *, intent: str, media_id: str | None = None) -> Body:
    """`media_id` is that of the file that `content` shows. The intent comes back in each status."""
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_recipient(to),
        **_content(content, media_id),
        "biz_opaque_callback_data": intent,
    }


def _recipient(to: SenderId) -> Body:
    """A user id in `to` would be dropped without an error."""
    if number := NUMBER.fullmatch(to.reveal()):
        return {"to": f"+{number[1]}"}
    return {"recipient": to.reveal()}


def _content(content: Outgoing, media_id: str | None) -> Body:
    match content:
        case Say():
            return {"type": "text", "text": {"body": content.body, "preview_url": False}}
        case Ask():
            return _interactive(_buttons(content) if _fits_buttons(content) else _list(content))
        case AskLocation():
            return _interactive(_location_request(content))
        case Show():
            return _shown(content, media_id)
        case Template():
            return {"type": "template", "template": _template(content)}


def _interactive(part: Body) -> Body:
    return {"type": "interactive", "interactive": part}


def _fits_buttons(ask: Ask) -> bool:
    """A button has no room for a description; a row has."""
    described = any(option.description for option in ask.options)
    return len(ask.options) <= BUTTONS and not described


def _buttons(ask: Ask) -> Body:
    buttons = [
        {"type": "reply", "reply": {"id": option.id, "title": option.title}}
        for option in ask.options
    ]
    return {"type": "button", "body": {"text": ask.body}, "action": {"buttons": buttons}}


def _list(ask: Ask) -> Body:
    rows = [_row(option) for option in ask.options]
    action = {"button": ask.button, "sections": [{"rows": rows}]}
    return {"type": "list", "body": {"text": ask.body}, "action": action}


def _row(option: Option) -> Body:
    row = {"id": option.id, "title": option.title}
    return row | {"description": option.description} if option.description else row


def _location_request(ask: AskLocation) -> Body:
    return {
        "type": "location_request_message",
        "body": {"text": ask.body},
        "action": {"name": "send_location"},
    }


def _shown(show: Show, media_id: str | None) -> Body:
    """Neither a voice nor a sticker carries a caption on WhatsApp."""
    part: Body = {"id": media_id}
    if show.caption and show.media not in _UNCAPTIONED:
        part["caption"] = show.caption
    if show.media == "document":
        part["filename"] = f"evidence{guess_extension(show.mime) or ''}"
    return {"type": show.media, show.media: part}


def _template(template: Template) -> Body:
    part: Body = {"name": template.name, "language": {"code": template.language}}
    if components := [*_values(template.values), *_payloads(template.payloads)]:
        part["components"] = components
    return part


def _values(values: Sequence[str]) -> list[Body]:
    """Meta refuses line breaks, tabs and runs of blanks in a value."""
    parameters = [{"type": "text", "text": " ".join(value.split())} for value in values]
    return [{"type": "body", "parameters": parameters}] if parameters else []


def _payloads(payloads: Sequence[str]) -> list[Body]:
    return [
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": str(index),
            "parameters": [{"type": "payload", "payload": payload}],
        }
        for index, payload in enumerate(payloads)
    ]
