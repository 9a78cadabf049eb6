"""Who a person is to WhatsApp, and how much of it Meta tells a business."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import Any

BSUID = re.compile(r"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$")


def digits(number: str) -> str:
    """The number as `wa_id` writes it: digits alone, without the plus."""
    return re.sub(r"[\s()+-]", "", number)


@dataclass(slots=True, kw_only=True)
class Identity:
    """`number` is digits with the country code; WhatsApp has it even where the business has not.

    A BSUID differs between portfolios, follows the number, and survives a change of username.
    """

    name: str
    number: str
    username: str | None = None
    fixed_bsuid: str | None = None
    has_bsuid: bool = True
    key_hash: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def shows_number(self) -> bool:
        """Username adopters are seen by the business without a phone number."""
        return self.username is None

    def bsuid(self, portfolio: str) -> str | None:
        if not self.has_bsuid:
            return None
        return self.fixed_bsuid or made_up_bsuid(self.number, portfolio)

    def contact(self, portfolio: str, *, with_key: bool) -> dict[str, Any]:
        """An item of `contacts[]` in a webhook."""
        profile = {"name": self.name}
        if self.username:
            profile["username"] = self.username
        contact: dict[str, Any] = {"profile": profile}
        if self.shows_number:
            contact["wa_id"] = self.number
        if bsuid := self.bsuid(portfolio):
            contact["user_id"] = bsuid
        if with_key:
            contact["identity_key_hash"] = self.key_hash
        return contact

    def named(self, portfolio: str, *, phone_as: str, user_as: str) -> dict[str, str]:
        """The fields that name the person in a message (`from`) or in a status (`recipient_id`)."""
        fields = {phone_as: self.number} if self.shows_number else {}
        if bsuid := self.bsuid(portfolio):
            fields[user_as] = bsuid
        return fields


def made_up_bsuid(number: str, portfolio: str) -> str:
    """Opaque, stable for a number in a portfolio, unequal across portfolios."""
    digest = hashlib.sha256(f"{portfolio}/{number}/bsuid".encode()).hexdigest()
    return f"IN.{int(digest[:14], 16) % 10**16:016d}"
