"""Authorization codes: what one is asked for with, and what it is redeemed with.

https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
"""

import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final, Self

CODE_LIVES: Final = timedelta(minutes=5)
_CHALLENGE: Final = re.compile(r"[\w-]{43}", re.ASCII)
_VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


class Refused(Exception):
    """The message is OAuth's word for why."""


@dataclass(frozen=True, slots=True)
class Client:
    """An app client without a secret, with the addresses that it may lead back to."""

    id: str
    callback: str
    logout: str


@dataclass(frozen=True, slots=True)
class Asked:
    state: str
    nonce: str
    challenge: str

    @classmethod
    def of(cls, query: Mapping[str, str], client: Client) -> Self:
        """Raises Refused: nothing that is wrong here is told to the address in question."""
        if query.get("client_id") != client.id:
            raise Refused("invalid_client")
        if query.get("redirect_uri") != client.callback:
            raise Refused("redirect_mismatch")
        if query.get("response_type") != "code":
            raise Refused("unsupported_response_type")
        if "openid" not in query.get("scope", "").split():
            raise Refused("invalid_scope")
        challenge = query.get("code_challenge", "")
        if query.get("code_challenge_method") != "S256" or not _CHALLENGE.fullmatch(challenge):
            raise Refused("invalid_request")
        return cls(query.get("state", ""), query.get("nonce", ""), challenge)


@dataclass(frozen=True, slots=True)
class Grant[Person]:
    person: Person
    asked: Asked
    until: datetime


@dataclass
class Grants[Person]:
    client: Client
    _open: dict[str, Grant[Person]] = field(default_factory=dict)

    def give(self, person: Person, asked: Asked, now: datetime) -> str:
        code = secrets.token_urlsafe()
        self._open[code] = Grant(person, asked, now + CODE_LIVES)
        return code

    def redeem(self, form: Mapping[str, str], now: datetime) -> Grant[Person]:
        """Of a code once, whether it succeeds or not. Raises Refused."""
        if form.get("grant_type") != "authorization_code":
            raise Refused("unsupported_grant_type")
        if form.get("client_id") != self.client.id:
            raise Refused("invalid_client")
        grant = self._open.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "")
        if (
            grant is None
            or now >= grant.until
            or form.get("redirect_uri") != self.client.callback
            or not _VERIFIER.fullmatch(verifier)
            or _challenge(verifier) != grant.asked.challenge
        ):
            raise Refused("invalid_grant")
        return grant


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
