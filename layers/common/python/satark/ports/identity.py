"""Recognising, sealing and opening: the halves that no room holds together."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from satark.identity import Handle, OwnerTag, SealedAddress, SenderId


class IdentityKeys(Protocol):
    """The door's keys on one line: it can recognise and seal a sender, and never open again."""

    def mac(self, sender: SenderId) -> bytes: ...

    def seal(self, sender: SenderId) -> SealedAddress: ...


class AddressOpener(Protocol):
    """The courier's key: the only way from a sealed address back to a sender id."""

    def open(self, address: SealedAddress) -> SenderId: ...


class AddressRewrapper(Protocol):
    """Seals again under the present key what a former one sealed, and sees nothing of it."""

    @property
    def present(self) -> str:
        """The present key's id, with which each address under it begins."""
        ...

    def rewrapped(self, address: SealedAddress) -> SealedAddress | None:
        """None: it is under neither key."""
        ...


class AddressVault(Protocol):
    """Sealed reply addresses by a tip's handle, with the time of the tipster's last message."""

    def find(self, handle: Handle) -> tuple[SealedAddress, datetime] | None: ...

    def tag(self, handle: Handle) -> OwnerTag | None: ...

    def forget(self, handle: Handle) -> None: ...

    def let_go(self, handle: Handle, until: datetime) -> None:
        """Keep this address until then, unless it ends before or is forgotten."""
        ...

    def under_another(self, key: str) -> Iterable[tuple[Handle, SealedAddress]]:
        """Those not under the key with this id. Where one has expired, it is forgotten instead."""
        ...

    def exchange(self, handle: Handle, address: SealedAddress, anew: SealedAddress) -> None:
        """Put the one in the other's place, where that still is."""
        ...

    def forget_all_of(self, owner: str, until: datetime) -> None:
        """Every address whose tag names this owner, of the tips filed until then."""
        ...


class Blocks(Protocol):
    """Of whom no new tip is taken, by the tags of one tip's address, each for a time."""

    def keep(self, handle: Handle, tag: OwnerTag, until: datetime) -> None: ...

    def lift(self, handle: Handle) -> None: ...

    def until(self, owner: str) -> datetime | None:
        """The end of the longest block whose tag names this owner, if one lasts still."""
        ...
