"""A roster in memory, and keys that seal so that a test can see what was sealed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from satark.identity import SealedAddress, SenderId
from satark.roster import Officer


class PlainKeys:
    """IdentityKeys."""

    def mac(self, sender: SenderId) -> bytes:
        return sender.reveal().encode()[::-1]

    def seal(self, sender: SenderId) -> SealedAddress:
        return SealedAddress(f"sealed {sender.reveal()}")


@dataclass
class Roll:
    """An Enlistment."""

    people: dict[str, Officer] = field(default_factory=dict)
    addresses: dict[str, SealedAddress] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)

    def officers(self) -> Mapping[str, Officer]:
        return dict(sorted(self.people.items(), key=lambda item: self.positions.get(item[0], -1)))

    def enlist(
        self,
        officer: Officer,
        *,
        pseudonyms: Iterable[str],
        address: SealedAddress,
        position: int,
    ) -> None:
        assert officer.id in set(pseudonyms)
        self.people[officer.id] = officer
        self.addresses[officer.id] = address
        self.positions[officer.id] = position

    def strike(self, officer_id: str) -> None:
        del self.people[officer_id]

    def move(self, officer_id: str, office: str) -> None:
        self.people[officer_id] = replace(self.people[officer_id], office=office)

    def suspend(self, officer_id: str, *, suspended: bool) -> None:
        known = self.people[officer_id]
        key = known.identity_key if suspended else None
        self.people[officer_id] = replace(known, suspended=suspended, identity_key=key)
