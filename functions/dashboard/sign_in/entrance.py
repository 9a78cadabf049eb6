"""Who comes in: an attempt goes to the pool, and comes back as a session."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

from functions.dashboard.sign_in.attempt import Attempt
from functions.dashboard.sign_in.cookies import ATTEMPT, SESSION
from functions.dashboard.sign_in.keys import Keys
from functions.dashboard.sign_in.token import Untrusted, Verified, verified
from satark.ports import CodeRefused, UserPool

RETURN, LEFT = "/signed-in", "/signed-out"
SCOPE: Final = "openid profile"


class NoSession(Exception):
    """Nobody is signed in."""


class NotSignedIn(Exception):
    """What came back is not the answer to what was asked; deliberately without a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Of the pool's managed login for this client. No URL ends in a slash."""

    pool_url: str
    issuer: str
    client_id: str
    dashboard_url: str

    @property
    def redirect_uri(self) -> str:
        return self.dashboard_url + RETURN

    def of_login(self, attempt: Attempt) -> str:
        """The question of this attempt.

        https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
        """
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": SCOPE,
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": attempt.challenge,
            "code_challenge_method": "S256",
        }
        return f"{self.pool_url}/oauth2/authorize?{urlencode(asked)}"

    @property
    def of_logout(self) -> str:
        """Where the pool forgets who was signed in, and leads back.

        https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
        """
        asked = {"client_id": self.client_id, "logout_uri": self.dashboard_url + LEFT}
        return f"{self.pool_url}/logout?{urlencode(asked)}"


@dataclass(frozen=True, slots=True)
class Session:
    token: str
    expires: datetime
    to: str


class Entrance:
    """`chance` gives so many random bytes."""

    def __init__(self, pool: UserPool, address: Address, *, chance: Callable[[int], bytes]) -> None:
        self._pool, self.address, self._chance = pool, address, chance
        self._keys = Keys(pool.keys)

    def begin(self, to: str) -> Attempt:
        return Attempt.begun(to, self._chance)

    def come_back(
        self, query: Mapping[str, str], cookies: Mapping[str, str], now: datetime
    ) -> Session:
        """Raises NotSignedIn, and PoolUnavailable."""
        attempt = Attempt.read(cookies.get(ATTEMPT, ""))
        code = query.get("code", "")
        if not (attempt and code and attempt.is_answered_by(query.get("state", ""))):
            raise NotSignedIn
        try:
            token = self._pool.exchange(code, attempt.verifier)
            found = self._verified(token, now)
        except (CodeRefused, Untrusted):
            raise NotSignedIn from None
        if found.nonce != attempt.nonce:
            raise NotSignedIn
        return Session(token, found.expires, attempt.to)

    def claims(self, cookies: Mapping[str, str], now: datetime) -> Mapping[str, object]:
        """Of whoever is signed in. Raises NoSession, and PoolUnavailable."""
        if SESSION not in cookies:
            raise NoSession
        try:
            return self._verified(cookies[SESSION], now).claims
        except Untrusted:
            raise NoSession from None

    def _verified(self, token: str, now: datetime) -> Verified:
        address = self.address
        return verified(
            token, self._keys, issuer=address.issuer, client_id=address.client_id, now=now
        )
