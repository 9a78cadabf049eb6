"""What a person sees of a message, read from its body."""

from collections.abc import Mapping
from typing import Any

from local.whatsapp.filling import filled
from local.whatsapp.messages import Content, Option
from local.whatsapp.outgoing.interactive import Buttons, LinkButton, List, LocationRequest
from local.whatsapp.outgoing.message import OutgoingMessage
from local.whatsapp.outgoing.template import TemplateMessage
from local.whatsapp.templates import TemplateRegistry

MEDIA_TYPES = ("image", "video", "audio", "document", "sticker")


def outgoing_content(message: OutgoingMessage, templates: TemplateRegistry) -> Content:
    """Raises `GraphError` where a template does not exist or is filled wrongly."""
    if message.template:
        return _template(message.template, templates)
    if message.interactive:
        return _interactive(message.interactive)
    body = getattr(message, message.type)
    return plain_content(message.type, body.model_dump(exclude_none=True))


def plain_content(kind: str, body: Mapping[str, Any]) -> Content:
    """The content of a message in either direction that has nothing to tap."""
    if kind in MEDIA_TYPES:
        return _media(kind, body)
    if kind == "location":
        place = (float(body["latitude"]), float(body["longitude"]))
        named = [str(body[key]) for key in ("name", "address") if body.get(key)]
        return Content(place=place, text="\n".join(named))
    if kind == "reaction":
        return Content(emoji=body.get("emoji", ""))
    if kind == "interactive":
        return Content(text=body.get(body.get("type", ""), {}).get("title", ""))
    if kind == "unsupported":
        return Content(text=f"({str(body.get('type', kind)).replace('_', ' ')})")
    said = body.get("text" if kind == "button" else "body")
    return Content(text=str(said) if said else f"({kind})")


def _media(kind: str, body: Mapping[str, Any]) -> Content:
    return Content(
        text=body.get("caption", ""),
        media_kind=kind,
        link=body.get("link", ""),
        filename=body.get("filename", ""),
        voice=bool(body.get("voice")),
    )


def _interactive(body: Buttons | List | LinkButton | LocationRequest) -> Content:
    header = getattr(body, "header", None)
    footer = getattr(body, "footer", None)
    return Content(
        text=body.body.text,
        header=(header.text or "") if header else "",
        footer=footer.text if footer else "",
        options=_options(body),
        list_button=body.action.button if isinstance(body, List) else "",
        media_kind=header.type if header and header.type != "text" else "",
    )


def _options(body: Buttons | List | LinkButton | LocationRequest) -> tuple[Option, ...]:
    if isinstance(body, Buttons):
        replies = [button.reply for button in body.action.buttons]
        return tuple(Option("reply", reply.id, reply.title) for reply in replies)
    if isinstance(body, List):
        rows = [row for section in body.action.sections for row in section.rows]
        return tuple(Option("row", row.id, row.title, row.description or "") for row in rows)
    if isinstance(body, LinkButton):
        link = body.action.parameters
        return (Option("link", "", link.display_text, url=link.url),)
    return (Option("location", "", "Send location"),)


def _template(message: TemplateMessage, templates: TemplateRegistry) -> Content:
    template = templates.usable(message.name, message.language.code)
    texts = filled(template, message)
    header = template.header_format.lower()
    return Content(
        text=texts["BODY"],
        header=texts["HEADER"],
        footer=texts["FOOTER"],
        options=tuple(
            _template_button(index, button, message)
            for index, button in enumerate(template.buttons)
        ),
        media_kind=header if header != "text" else "",
        template=template.key[0],
    )


def _template_button(index: int, button: Mapping[str, Any], message: TemplateMessage) -> Option:
    if button["type"].upper() != "QUICK_REPLY":
        return Option("link", "", button["text"], url=button.get("url", ""))
    given = [part for part in message.components if part.type == "button"]
    payloads = [part.parameters[0].payload for part in given if str(part.index) == str(index)]
    # Without a payload of ours Meta returns the label in its place.
    return Option("quick_reply", (payloads or [None])[0] or button["text"], button["text"])
