"""To whom a send goes, and why Meta might not deliver it."""

from dataclasses import dataclass
from typing import Any

from local.whatsapp.errors import GraphError
from local.whatsapp.identity import BSUID, Identity, digits
from local.whatsapp.outgoing.message import OutgoingMessage
from local.whatsapp.phones import Phone
from local.whatsapp.settings import BusinessNumber
from local.whatsapp.world import World

COUNTRY_CODE_LENGTH = 2
LOCAL_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """`phone` is None where nobody on WhatsApp has that number or user id."""

    given: str
    phone: Phone | None
    identity: Identity
    by_bsuid: bool

    def error(
        self, world: World, line: BusinessNumber, outgoing: OutgoingMessage
    ) -> GraphError | None:
        if self.phone is None:
            return GraphError(131026, "Message Undeliverable.")
        given = outgoing.recipient_identity_key_hash
        if given is not None and given != self.phone.identity.key_hash:
            return GraphError(137000, "The recipient's identity key hash does not match")
        if outgoing.template is None and not self.window_open(world, line):
            return GraphError(
                131047,
                "Message failed to send because more than 24 hours have passed since the customer "
                "last replied to this number.",
            )
        return None

    def window_open(self, world: World, line: BusinessNumber) -> bool:
        now = world.clock.now()
        return self.phone is not None and world.chats.window_open(line.line, self.phone.id, now)

    def answer(self, wamid: str, *, is_template: bool) -> dict[str, Any]:
        contact = {"input": self.given}
        contact |= {"user_id": self.given} if self.by_bsuid else {"wa_id": self.identity.number}
        message = {"id": wamid}
        if is_template:
            message["message_status"] = "accepted"
        return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [message]}


def recipient_of(world: World, line: BusinessNumber, outgoing: OutgoingMessage) -> Recipient:
    """Raises 131009 (no number, no user id), 131021 (ourselves), 131062 (code to a user id)."""
    if outgoing.to is not None:
        return _by_number(world, line, outgoing.to)
    return _by_bsuid(world, line, outgoing)


def _by_number(world: World, line: BusinessNumber, given: str) -> Recipient:
    number = digits(given)
    if not number.isdigit() or not 7 <= len(number) <= 15:  # noqa: PLR2004 - E.164's bounds
        raise GraphError(131009, "Param to must be a phone number")
    if not given.startswith("+") and len(number) == LOCAL_LENGTH:
        # Meta prepends the country code of the business to a number without one.
        number = line.display_number[:COUNTRY_CODE_LENGTH] + number
    if number == line.display_number:
        raise GraphError(131021, "Recipient phone number cannot be sender phone number")
    phone = world.phones.by_number(number)
    identity = phone.identity if phone else Identity(name="", number=number, has_bsuid=False)
    return Recipient(given=given, phone=phone, identity=identity, by_bsuid=False)


def _by_bsuid(world: World, line: BusinessNumber, outgoing: OutgoingMessage) -> Recipient:
    given = outgoing.recipient or ""
    if not BSUID.match(given):
        raise GraphError(131009, "Param recipient must be a business-scoped user ID")
    if outgoing.template:
        language = outgoing.template.language.code
        template = world.templates.usable(outgoing.template.name, language)
        if template.category == "authentication":
            raise GraphError(131062)
    phone = world.phones.by_bsuid(given, line.portfolio)
    nobody = Identity(name="", number="0", username="unknown", fixed_bsuid=given)
    identity = phone.identity if phone else nobody
    return Recipient(given=given, phone=phone, identity=identity, by_bsuid=True)
