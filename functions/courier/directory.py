"""Where a message goes: sealed address, and when its owner last wrote to us."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from functions.courier.epoch import rewrap
from satark.identity import Handle, SealedAddress
from satark.message import (
    Block,
    Errand,
    Forget,
    LetGo,
    OutboundMessage,
    Recipient,
    Rewrap,
    ToOfficer,
    ToSender,
    ToTipster,
)
from satark.ports import AddressRewrapper, AddressVault, Blocks, Roster

WINDOW = timedelta(hours=24)
"""https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"""


class Misrouted(Exception):
    """This courier does not know such recipients or errands: the message is in the wrong outbox."""


@dataclass(frozen=True, slots=True)
class Destination:
    """`wrote_at` None: never wrote to us."""

    address: SealedAddress
    wrote_at: datetime | None

    def window_open(self, at: datetime) -> bool:
        return self.wrote_at is not None and at - self.wrote_at <= WINDOW


class Directory(Protocol):
    def find(self, to: Recipient) -> Destination | None:
        """None: the address was let go of. Raises Misrouted."""
        ...

    def run(self, errand: Errand) -> None:
        """Safe to repeat. Raises Misrouted."""
        ...


class TipsterDirectory:
    def __init__(self, vault: AddressVault, blocks: Blocks, rewrapper: AddressRewrapper) -> None:
        self._vault = vault
        self._blocks = blocks
        self._rewrapper = rewrapper

    def find(self, to: Recipient) -> Destination | None:
        if not isinstance(to, ToTipster):
            raise Misrouted(to.kind)
        found = self._vault.find(to.handle)
        return Destination(*found) if found else None

    def run(self, errand: Errand) -> None:
        match errand:
            case Forget():
                self._vault.forget_all_of(errand.owner, errand.at)
            case LetGo():
                self._vault.let_go(errand.handle, errand.until)
            case Block():
                self._block(errand.handle, errand.until)
            case Rewrap():
                rewrap(self._vault, self._rewrapper)

    def _block(self, handle: Handle, until: datetime | None) -> None:
        if until is None:
            self._blocks.lift(handle)
        elif tag := self._vault.tag(handle):
            self._blocks.keep(handle, tag, until)


class OfficerDirectory:
    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def find(self, to: Recipient) -> Destination | None:
        if not isinstance(to, ToOfficer):
            raise Misrouted(to.kind)
        officer = self._roster.officer(to.officer_id)
        address = self._roster.address(to.officer_id)
        if officer is None or officer.suspended or address is None:
            return None
        return Destination(address, officer.seen_at)

    def run(self, errand: Errand) -> None:
        raise Misrouted(errand.kind)


def destination(message: OutboundMessage, directory: Directory) -> Destination | None:
    """A reply goes to whoever wrote just before it, and needs no directory."""
    if isinstance(message.to, ToSender):
        return Destination(message.to.address, wrote_at=message.at)
    return directory.find(message.to)
