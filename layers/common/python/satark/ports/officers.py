"""Who the officers are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from satark.identity import SealedAddress
from satark.roster import Officer


class Officers(Protocol):
    """Who serves where."""

    def holding(self, office: str) -> Sequence[Officer]:
        """Everyone in service at this office, in the order of the roster."""
        ...

    def officer(self, officer_id: str) -> Officer | None:
        """As the roster has them now; None for whoever is not in it."""
        ...


class Roster(Officers, Protocol):
    """Who stands behind each name, too. Numbers are sealed; the officers' courier opens them."""

    def by_pseudonym(self, pseudonym: str) -> Officer | None: ...

    def address(self, officer_id: str) -> SealedAddress | None: ...

    def seen(self, officer_id: str, at: datetime) -> None:
        """An officer wrote at this time, which opens the window for 24 hours."""
        ...

    def trust(self, officer_id: str, identity_key: str) -> None:
        """The phone and SIM from which an officer writes, where none is known yet."""
        ...

    def doubt(self, officer_id: str, at: datetime) -> None:
        """Suspend an officer whose phone, SIM or number changed then; once for each change."""
        ...

    def vouch(self, officer_id: str, at: datetime) -> bool:
        """Lift what the change at this time brought about; False if another came after it.

        Whatever phone the officer writes from next is trusted.
        """
        ...


class Enlistment(Protocol):
    """The roster as whoever writes it sees it."""

    def officers(self) -> Mapping[str, Officer]:
        """Everyone enlisted, suspended or not, by id and in the order of the roster."""
        ...

    def enlist(
        self,
        officer: Officer,
        *,
        pseudonyms: Iterable[str],
        address: SealedAddress,
        position: int,
    ) -> None:
        """Add or replace an officer, and every pseudonym under which WhatsApp may tell of them."""
        ...

    def strike(self, officer_id: str) -> None: ...

    def move(self, officer_id: str, office: str) -> None:
        """To another office; the number, the window and a suspension stay as they are."""
        ...

    def suspend(self, officer_id: str, *, suspended: bool) -> None:
        """Or end it: then whatever phone the officer writes from next is trusted."""
        ...


class RosterDesk(Protocol):
    """Where the range office's changes to the roster are made."""

    def ask(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
        """As `functions.roster` is asked and answers. Raises DeskFailed."""
        ...


class DeskFailed(Exception):
    """Whether anything was changed is not known."""
