"""`POST /<phone number id>/messages`: checked as Meta checks, then shown on the person's phone."""

from collections.abc import Mapping
from typing import Any

from local.whatsapp import wamid
from local.whatsapp.content import outgoing_content
from local.whatsapp.errors import GraphError
from local.whatsapp.identity import BSUID
from local.whatsapp.media import Media, kind_of
from local.whatsapp.messages import Content, Message
from local.whatsapp.outgoing.media_object import MediaObject
from local.whatsapp.outgoing.message import OutgoingMessage, ReadReceipt
from local.whatsapp.outgoing.strict import parsed
from local.whatsapp.recipients import Recipient, recipient_of
from local.whatsapp.settings import BusinessNumber
from local.whatsapp.statuses import report_failure, report_way_to_phone
from local.whatsapp.world import World

TYPING_SECONDS = 25


def accept(world: World, line: BusinessNumber, body: Mapping[str, Any]) -> dict[str, Any]:
    """Meta's answer to a send; raises `GraphError` where Meta refuses."""
    outgoing = parsed(OutgoingMessage, body)
    if outgoing.to is not None and BSUID.match(outgoing.to):
        return _dropped(outgoing.to)
    recipient = recipient_of(world, line, outgoing)
    content = outgoing_content(outgoing, world.templates)
    media = _media_of(world, line, outgoing)
    world.rates.check(line.line, recipient.identity.number, world.clock.now())
    error = _late_error(world, line, outgoing, recipient)
    message = _message(world, line, outgoing, recipient, content)
    message.media, message.error = media, error
    _hand_over(world, message)
    return recipient.answer(message.wamid, is_template=outgoing.template is not None)


def read(world: World, line: BusinessNumber, body: Mapping[str, Any]) -> dict[str, Any]:
    """The business has read a message and all before it, and perhaps types an answer."""
    receipt = parsed(ReadReceipt, body)
    message = world.chats.find(receipt.message_id)
    if message is None or message.by_business or message.line != line.line:
        raise GraphError(131009, "message_id is no message that this number received")
    for earlier in world.chats.of(message.person_id):
        if not earlier.by_business and earlier.line == line.line and earlier.at <= message.at:
            world.chats.marks(earlier, "read")
    if receipt.typing_indicator:
        until = world.clock.now() + TYPING_SECONDS
        world.chats.types_until(line.line, message.person_id, until)
    return {"success": True}


def _dropped(bsuid: str) -> dict[str, Any]:
    """A user id in `to` is answered with 200, and never seen again."""
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": bsuid, "wa_id": bsuid}],
        "messages": [{"id": wamid.from_business("0")}],
    }


def _media_of(world: World, line: BusinessNumber, outgoing: OutgoingMessage) -> Media | None:
    found = outgoing.media or _template_media(outgoing)
    if found is None or found[1].id is None:
        return None
    kind, media_id = found[0], found[1].id
    try:
        media = world.media.held(media_id, line.phone_number_id, world.clock.now())
    except GraphError as error:
        details = f"Param {kind}['id'] is not a valid whatsapp business account media attachment ID"
        raise GraphError(100, details) from error
    if kind_of(media.mime_type) != kind:
        raise GraphError(131053, f"{kind} cannot be of type {media.mime_type}")
    return media


def _template_media(outgoing: OutgoingMessage) -> tuple[str, MediaObject] | None:
    for part in outgoing.template.components if outgoing.template else ():
        for parameter in part.parameters:
            found = parameter.image or parameter.video or parameter.document
            if part.type == "header" and found:
                return parameter.type, found
    return None


def _late_error(
    world: World, line: BusinessNumber, outgoing: OutgoingMessage, recipient: Recipient
) -> GraphError | None:
    """The error to report by status; one that Meta reports at once is raised."""
    to = recipient.phone.id if recipient.phone else None
    planned = world.faults.take("later", line.line, to)
    error = planned.error if planned else recipient.error(world, line, outgoing)
    if error and planned is None and error.code not in world.settings.late_errors:
        raise error
    return error


def _message(
    world: World,
    line: BusinessNumber,
    outgoing: OutgoingMessage,
    recipient: Recipient,
    content: Content,
) -> Message:
    return Message(
        wamid=wamid.from_business(recipient.identity.number),
        line=line.line,
        person_id=recipient.phone.id if recipient.phone else "",
        identity=recipient.identity,
        by_business=True,
        type=outgoing.type,
        body=getattr(outgoing, outgoing.type).model_dump(exclude_none=True),
        content=content,
        at=world.clock.now(),
        quotes=outgoing.context.message_id if outgoing.context else None,
        callback_data=outgoing.biz_opaque_callback_data,
        priced=_price(world, line, outgoing, recipient),
    )


def _price(
    world: World, line: BusinessNumber, outgoing: OutgoingMessage, recipient: Recipient
) -> dict[str, Any]:
    free = recipient.window_open(world, line)
    category = "service"
    if outgoing.template:
        language = outgoing.template.language.code
        category = world.templates.usable(outgoing.template.name, language).category
    return {
        "billable": not free,
        "pricing_model": "PMP",
        "type": "free_customer_service" if free else "regular",
        "category": category,
    }


def _hand_over(world: World, message: Message) -> None:
    if message.error:
        world.chats.add(message)
        world.jobs.soon(lambda: report_failure(world, message))
        return
    if message.type == "reaction":
        _react(world, message)
    world.chats.add(message)
    if world.faults.take("status first", message.line):
        report_way_to_phone(world, message)
    else:
        world.jobs.soon(lambda: report_way_to_phone(world, message))


def _react(world: World, message: Message) -> None:
    target = world.chats.find(message.body["message_id"])
    if target is None or target.person_id != message.person_id:
        raise GraphError(131009, "Param reaction['message_id'] is no message of this chat")
    target.reactions["business"] = message.body["emoji"]
    world.chats.ring("message", target.wamid)
