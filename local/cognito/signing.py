"""The pool's key, and tokens signed with it."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from jwt.algorithms import RSAAlgorithm

LIVES: Final = timedelta(hours=4)
"""As infra/user_pool.py has it."""
KID: Final = "key-of-the-local-pool"


class Signer:
    """`issuer` names the pool, `audience` is the client's id."""

    def __init__(self, *, issuer: str, audience: str) -> None:
        self.issuer, self.audience = issuer, audience
        self.key = generate_private_key(public_exponent=65537, key_size=2048)

    def jwks(self) -> dict[str, Any]:
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": KID, "alg": "RS256", "use": "sig"}]}

    def id_token(self, claims: Mapping[str, object], *, nonce: str, now: datetime) -> str:
        """With what Cognito puts into one.

        https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
        """
        said = {
            "iss": self.issuer,
            "aud": self.audience,
            "token_use": "id",
            "nonce": nonce,
            "iat": int(now.timestamp()),
            "auth_time": int(now.timestamp()),
            "exp": int((now + LIVES).timestamp()),
        }
        return jwt.encode({**said, **claims}, self.key, algorithm="RS256", headers={"kid": KID})
