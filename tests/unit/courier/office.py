"""A courier in memory: what it knows, and a WhatsApp that does what it is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from functions.courier.delivery import Courier
from functions.courier.directory import Directory, OfficerDirectory, TipsterDirectory
from satark.identity import Handle, MessageRef, OwnerTag, SealedAddress, SenderId
from satark.message import (
    OutboundMessage,
    Outgoing,
    Recipient,
    Say,
    Template,
    ToOfficer,
    ToSender,
    ToTipster,
)
from satark.roster import Officer
from tests.fakes import BlockList, DeliveryBook, RosterList

AT = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)
"""The cause of every message here."""
NOW = AT + timedelta(seconds=2)

TIPSTER, SHO = ToTipster(Handle("h1")), ToOfficer("sho")
CONTENT, TEMPLATE = Say("नमस्ते"), Template("tip_alert", "hi", ("4829 1376",), ("open:48291376",))


class Crash(BaseException):
    """The process dies here."""


@dataclass
class Vault:
    items: dict[Handle, tuple[SealedAddress, datetime]] = field(default_factory=dict)
    tags: dict[Handle, OwnerTag] = field(default_factory=dict)
    ends: dict[Handle, datetime] = field(default_factory=dict)

    def find(self, handle: Handle) -> tuple[SealedAddress, datetime] | None:
        return self.items.get(handle)

    def tag(self, handle: Handle) -> OwnerTag | None:
        return self.tags.get(handle) if handle in self.items else None

    def forget(self, handle: Handle) -> None:
        self.items.pop(handle, None)

    def let_go(self, handle: Handle, until: datetime) -> None:
        if handle in self.items:
            self.ends[handle] = min(until, self.ends.get(handle, until))

    def under_another(self, key: str) -> list[tuple[Handle, SealedAddress]]:
        sealed = ((handle, address) for handle, (address, _) in self.items.items())
        return [each for each in sealed if not each[1].startswith(f"{key}.")]

    def exchange(self, handle: Handle, address: SealedAddress, anew: SealedAddress) -> None:
        found, opened_at = self.items.get(handle, (None, AT))
        if found == address:
            self.items[handle] = (anew, opened_at)

    def forget_all_of(self, owner: str, until: datetime) -> None:
        for handle, (_, opened_at) in list(self.items.items()):
            if opened_at <= until and self.tags[handle].names(owner):
                self.forget(handle)


@dataclass
class Opener:
    """An AddressOpener, and an AddressRewrapper from `november` to `december`."""

    broken: bool = False
    present: str = "december"

    def open(self, address: SealedAddress) -> SenderId:
        if self.broken:
            raise ConnectionError("the key is out of reach")
        return SenderId(address.removeprefix("sealed-"))

    def rewrapped(self, address: SealedAddress) -> SealedAddress | None:
        if self.broken:
            raise ConnectionError("the key is out of reach")
        key, _, sealed = address.partition(".")
        return SealedAddress(f"{self.present}.{sealed}") if key == "november" else None


@dataclass
class WhatsApp:
    """A Messenger. `does` holds an error for each coming send, or None where it goes well.

    `crash_after` dies when the next message is out, before anyone hears of it.
    """

    does: list[BaseException | None] = field(default_factory=list)
    sent: list[tuple[str, Outgoing]] = field(default_factory=list)
    intents: list[str] = field(default_factory=list)
    tried: int = 0
    crash_after: bool = False

    def send(self, to: SenderId, content: Outgoing, *, intent: str) -> MessageRef:
        self.tried += 1
        if self.does and (error := self.does.pop(0)):
            raise error
        self.sent.append((to.reveal(), content))
        self.intents.append(intent)
        if self.crash_after:
            self.crash_after = False
            raise Crash
        return MessageRef(f"ref-{len(self.sent)}")


@dataclass
class Office:
    vault: Vault = field(default_factory=Vault)
    blocks: BlockList = field(default_factory=BlockList)
    roster: RosterList = field(default_factory=lambda: RosterList([officer(wrote_at=AT)]))
    deliveries: DeliveryBook = field(default_factory=DeliveryBook)
    whatsapp: WhatsApp = field(default_factory=WhatsApp)
    opener: Opener = field(default_factory=Opener)

    def courier(self, directory: Directory | None = None) -> Courier:
        return Courier(
            directory=directory or OfficerDirectory(self.roster),
            opener=self.opener,
            deliveries=self.deliveries,
            messenger=self.whatsapp,
        )

    @property
    def tips_courier(self) -> Courier:
        return self.courier(TipsterDirectory(self.vault, self.blocks, self.opener))

    @property
    def contents(self) -> Sequence[Outgoing]:
        return [content for _, content in self.whatsapp.sent]


def officer(*, wrote_at: datetime | None) -> Officer:
    return Officer("sho", "प्रभारी", "SHO", "thana:ghazipur/zamania", "hi", wrote_at)


def message(
    to: Recipient = SHO,
    *,
    template: Template | None = TEMPLATE,
    id: str = "i1",  # noqa: A002 - the noun's own field
) -> OutboundMessage:
    return OutboundMessage(id, AT, "g1", to, CONTENT, template, case_id="48291376")


def reply() -> OutboundMessage:
    return message(ToSender(SealedAddress("sealed-tipster")), template=None)
