"""A person takes a username, another number, or another handset."""

import secrets
from dataclasses import replace
from typing import Any

from local.whatsapp import inbound
from local.whatsapp.acting import Acting
from local.whatsapp.identity import digits


class IdentityChanges(Acting):
    def adopts_username(self, username: str) -> None:
        """From now on the business sees the user id alone."""
        self.phone.identity = replace(self.phone.identity, username=username)

    def changes_number(self, number: str, *, tells_previous: bool = True) -> None:
        """The number and with it the user id change; the person's own line gets the notice.

        Before August 2026 the previous id stood in the notice's prose alone: `tells_previous`
        False plays that.
        """
        old_number, old_bsuid = self.number, self.bsuid
        fresh = replace(self.phone.identity, number=digits(number), fixed_bsuid=None)
        self.phone.identity = fresh
        self._notify(self._change_of(old_number, old_bsuid, tells_previous=tells_previous))

    def changes_handset(self) -> None:
        """A new SIM or phone: another identity key, told only where the line checks identities."""
        fresh = replace(self.phone.identity, key_hash=secrets.token_hex(8))
        self.phone.identity = fresh
        line = self.world.line(self.phone.line)
        if line.identity_check:
            body = f"{self.name} changed their identity"
            self._notify({"type": "customer_identity_changed", "body": body})

    def _change_of(
        self, old_number: str, old_bsuid: str | None, *, tells_previous: bool
    ) -> dict[str, Any]:
        visible = self.phone.identity.shows_number
        old, new = (old_number, self.number) if visible else (old_bsuid, self.bsuid)
        system: dict[str, Any] = {
            "type": "user_changed_number" if visible else "user_changed_user_id",
            "body": f"User {self.name} changed from {old} to {new}",
            "user_id": self.bsuid,
        }
        if visible:
            system["wa_id"] = self.number
        if tells_previous:
            system["previous_user_id"] = old_bsuid
        return system

    def _notify(self, system: dict[str, Any]) -> None:
        line = self.world.line(self.phone.line)
        sender = self.phone.identity.named(line.portfolio, phone_as="from", user_as="from_user_id")
        inbound.send_system(self.world, line, sender, system)
