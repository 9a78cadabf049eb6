"""What every act of a person is made of."""

from local.whatsapp import inbound
from local.whatsapp.inbound import Draft
from local.whatsapp.messages import Message
from local.whatsapp.phones import Phone
from local.whatsapp.statuses import report
from local.whatsapp.world import World


class Acting:
    def __init__(self, world: World, phone: Phone) -> None:
        self.world = world
        self.phone = phone
        self._acted_after = 0

    @property
    def name(self) -> str:
        return self.phone.identity.name

    @property
    def number(self) -> str:
        """Digits with the country code, whether or not the business may see it."""
        return self.phone.identity.number

    @property
    def bsuid(self) -> str | None:
        """The user id that the person's own line sees."""
        return self.phone.identity.bsuid(self.world.line(self.phone.line).portfolio)

    @property
    def messages(self) -> list[Message]:
        """The whole chat, oldest first."""
        return self.world.chats.of(self.phone.id)

    @property
    def received(self) -> list[Message]:
        """What the business sent to this phone and did not fail."""
        return [
            message
            for message in self.messages
            if message.by_business and message.error is None and message.type != "reaction"
        ]

    @property
    def news(self) -> list[Message]:
        """What was received since this person's last act."""
        return self.received[self._acted_after :]

    def sends(
        self,
        kind: str,
        body: object,
        *,
        line: str | None = None,
        quoting: Message | None = None,
        forwarded: bool = False,
        **extra: object,
    ) -> Message:
        """Send any type. `body` goes under the type's name (None: nothing does), `extra` beside."""
        draft = Draft(type=kind, body=body, quoting=quoting, forwarded=forwarded, extra=extra)
        return self._act(draft, line)

    def _act(self, draft: Draft, line: str | None) -> Message:
        self._acted_after = len(self.received)
        self.reads(line or self.phone.line)
        business = self.world.line(line or self.phone.line)
        return inbound.send(self.world, self.phone, business, draft)

    def reads(self, line: str | None = None) -> None:
        """Open the chat: what was delivered is read, with receipts unless they are switched off."""
        if not (self.phone.online and self.phone.read_receipts):
            return
        for message in self.received:
            if line in {None, message.line} and message.status == "delivered":
                report(self.world, message, "read")
