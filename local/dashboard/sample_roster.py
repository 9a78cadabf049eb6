"""The roster of this machine as the range office changes it, by the function's own code.

Numbers are sealed under keys that nobody has, and all of it lasts until the end.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from functions.roster.asked import ASKED
from functions.roster.desk import Desk
from local.dashboard.people import Enlisted
from satark.identity import SealedAddress, SenderId, keyed_digest, mac_input
from satark.police_range.model import PoliceRange
from satark.roster import Officer


class SampleDesk:
    """A RosterDesk."""

    def __init__(self, enlisted: Enlisted, police_range: PoliceRange) -> None:
        self._desk = Desk(keys=_Keys(), enlistment=_Enlistment(enlisted), police_range=police_range)

    def ask(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
        """As over the wire."""
        return self._desk.answer(ASKED.validate_python(json.loads(json.dumps(asked)), strict=False))


class _Keys:
    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def mac(self, sender: SenderId) -> bytes:
        return keyed_digest(self._key, mac_input(sender)).encode()

    def seal(self, _sender: SenderId) -> SealedAddress:
        return SealedAddress(secrets.token_urlsafe())


class _Enlistment:
    def __init__(self, enlisted: Enlisted) -> None:
        self._enlisted = enlisted

    def officers(self) -> Mapping[str, Officer]:
        return {one.id: one for one in self._enlisted.officers}

    def enlist(
        self,
        officer: Officer,
        *,
        pseudonyms: Iterable[str],  # noqa: ARG002 - nobody writes from a phone here
        address: SealedAddress,  # noqa: ARG002
        position: int,  # noqa: ARG002
    ) -> None:
        self._keep({**self.officers(), officer.id: officer})

    def strike(self, officer_id: str) -> None:
        self._keep({key: one for key, one in self.officers().items() if key != officer_id})

    def move(self, officer_id: str, office: str) -> None:
        known = self.officers()
        self._keep({**known, officer_id: replace(known[officer_id], office=office)})

    def suspend(self, officer_id: str, *, suspended: bool) -> None:
        known = self.officers()
        self._keep({**known, officer_id: replace(known[officer_id], suspended=suspended)})

    def _keep(self, officers: Mapping[str, Officer]) -> None:
        self._enlisted.officers = tuple(officers.values())
