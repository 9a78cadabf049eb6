"""The pool's public keys, kept while they are fresh."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from jwt import PyJWK
from jwt.exceptions import InvalidKeyError, PyJWKError

FRESH: Final = timedelta(hours=1)
"""After this they are fetched anew: a key that was withdrawn is trusted no longer than that."""
AGAIN: Final = timedelta(minutes=1)
"""For a key that is not known they are fetched no more often: a forged one costs nothing."""


class Keys:
    def __init__(self, fetch: Callable[[], Sequence[Mapping[str, object]]]) -> None:
        self._fetch = fetch
        self._known: dict[str, PyJWK] = {}
        self._fetched: datetime | None = None

    def key(self, kid: str, now: datetime) -> PyJWK | None:
        """Raises PoolUnavailable."""
        age = now - self._fetched if self._fetched else None
        if age is None or age > FRESH or (kid not in self._known and age > AGAIN):
            self._known = dict(filter(None, map(_readable, self._fetch())))
            self._fetched = now
        return self._known.get(kid)


def _readable(key: Mapping[str, object]) -> tuple[str, PyJWK] | None:
    """Only of RSA, and to sign with."""
    if key.get("kty") != "RSA" or key.get("use") != "sig":
        return None
    try:
        return str(key.get("kid")), PyJWK.from_dict(dict(key), algorithm="RS256")
    except (PyJWKError, InvalidKeyError):
        return None
