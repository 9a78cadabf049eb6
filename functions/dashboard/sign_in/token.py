"""Whether a token is one that the pool gave to this client, for now.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal

import jwt
from jwt.types import Options
from pydantic import BaseModel, ConfigDict, ValidationError

from functions.dashboard.sign_in.keys import Keys

ALGORITHM: Final = "RS256"
"""Cognito's only one. Which one a token names is not asked: it was written by whoever made it."""
SKEW: Final = timedelta(minutes=1)
"""By which the pool's clock may be ahead of ours."""
_OPTIONS: Final[Options] = {
    "require": ["aud", "exp", "iat", "iss"],
    "strict_aud": True,
    "enforce_minimum_key_length": True,
    # By the time of the request, below, not by the clock.
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
}


class Untrusted(Exception):
    """Deliberately without a reason."""


class _Header(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    alg: Literal["RS256"]
    kid: str


class _Times(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    token_use: Literal["id"]
    exp: int
    iat: int
    nbf: int = 0
    nonce: str


@dataclass(frozen=True, slots=True)
class Verified:
    claims: Mapping[str, object]
    nonce: str
    expires: datetime


def verified(token: str, keys: Keys, *, issuer: str, client_id: str, now: datetime) -> Verified:
    """Raises Untrusted, and PoolUnavailable."""
    try:
        header = _Header.model_validate(jwt.get_unverified_header(token))
        key = keys.key(header.kid, now)
        if key is None:
            raise Untrusted
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            audience=client_id,
            issuer=issuer,
            options=_OPTIONS,
        )
        times = _Times.model_validate(claims)
    except (jwt.InvalidTokenError, ValidationError):
        raise Untrusted from None
    if not max(times.iat, times.nbf) - SKEW.seconds <= now.timestamp() < times.exp:
        raise Untrusted
    return Verified(claims, times.nonce, datetime.fromtimestamp(times.exp, UTC))
