"""What one message of the webhook says.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
"""

from collections.abc import Callable

from satark.message import (
    Content,
    Deleted,
    Edited,
    IdentityChanged,
    Media,
    MediaKind,
    Pin,
    Reaction,
    Tap,
    Text,
    Unsupported,
)
from satark.whatsapp.reading import Json, error_code, flag, inside, label, number, words

_MEDIA: dict[str, MediaKind] = {
    "image": "image",
    "video": "video",
    "audio": "audio",
    "voice": "audio",
    "document": "document",
    "sticker": "sticker",
}
_IDENTITY_CHANGES = frozenset(
    {
        "user_changed_number",
        "user_changed_user_id",
        "customer_changed_number",
        "customer_identity_changed",
    }
)
_TARGETS = {
    "reaction": "message_id",
    "edit": "original_message_id",
    "revoke": "original_message_id",
}
_NORTHMOST, _EASTMOST = 90, 180


def content(message: Json) -> Content:
    """Whatever we cannot take becomes Unsupported, under WhatsApp's own name for it."""
    kind = label(message, "type")
    read = _READERS.get(kind, _nothing)
    return read(message, inside(message, kind)) or _unsupported(message, kind)


def quoted(message: Json) -> str | None:
    """The wamid that the message answers, reacts to, edits or takes back."""
    kind = label(message, "type")
    if key := _TARGETS.get(kind):
        return words(inside(message, kind), key) or None
    return words(inside(message, "context"), "id") or None


def forwarded(message: Json) -> bool:
    context = inside(message, "context")
    return flag(context, "forwarded") or flag(context, "frequently_forwarded")


def _nothing(_message: Json, _body: Json) -> None:
    return None


def _text(_message: Json, body: Json) -> Text | None:
    said = words(body, "body")
    return Text(said) if said else None


def _media(message: Json, body: Json) -> Media | None:
    """None where Meta could not take the file from the sender: then it names an error."""
    kind = label(message, "type")
    media_id = label(body, "id")
    if not media_id or error_code(message) is not None:
        return None
    return Media(
        media=_MEDIA[kind],
        media_id=media_id,
        mime=label(body, "mime_type"),
        sha256=label(body, "sha256"),
        caption=words(body, "caption"),
        voice=kind == "voice" or flag(body, "voice"),
    )


def _pin(_message: Json, body: Json) -> Pin | None:
    north, east = number(body, "latitude"), number(body, "longitude")
    if north is None or east is None or abs(north) > _NORTHMOST or abs(east) > _EASTMOST:
        return None
    return Pin(north, east, name=label(body, "name"), address=label(body, "address"))


def _interactive(_message: Json, body: Json) -> Tap | Unsupported | None:
    kind = label(body, "type")
    if kind in {"button_reply", "list_reply"}:
        return _tap(inside(body, kind), "id", "title")
    return Unsupported(kind) if kind else None


def _button(_message: Json, body: Json) -> Tap | None:
    """A template's quick reply: without a payload of ours its label stands for it."""
    return _tap(body, "payload", "text") or _tap(body, "text", "text")


def _tap(body: Json, id_key: str, title_key: str) -> Tap | None:
    tapped = label(body, id_key)
    return Tap(tapped, label(body, title_key)) if tapped else None


def _reaction(message: Json, body: Json) -> Reaction | None:
    return Reaction(label(body, "emoji")) if quoted(message) else None


def _edit(message: Json, body: Json) -> Edited | None:
    edited = inside(body, "message")
    part = inside(edited, label(edited, "type"))
    said = words(part, "body") or words(part, "caption")
    return Edited(said) if said and quoted(message) else None


def _revoke(message: Json, _body: Json) -> Deleted | None:
    return Deleted() if quoted(message) else None


def _system(_message: Json, body: Json) -> IdentityChanged | None:
    """The prose of such a notice names the old and the new number: nothing of it is kept."""
    return IdentityChanged() if label(body, "type") in _IDENTITY_CHANGES else None


def _unsupported(message: Json, kind: str) -> Unsupported:
    said = label(inside(message, "unsupported"), "type")
    return Unsupported(said or kind or "unknown", code=error_code(message))


_READERS: dict[str, Callable[[Json, Json], Content | None]] = {
    "text": _text,
    **dict.fromkeys(_MEDIA, _media),
    "location": _pin,
    "interactive": _interactive,
    "button": _button,
    "reaction": _reaction,
    "edit": _edit,
    "revoke": _revoke,
    "system": _system,
}
