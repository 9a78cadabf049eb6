"""Whether it is Meta that calls.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
"""

import hmac
from binascii import hexlify
from collections.abc import Mapping, Sequence


def signed(body: bytes, signature: str, secrets: Sequence[str]) -> bool:
    """Whether one of the app secrets signed these very bytes: the old one counts in a rotation.

    `signature` is the header X-Hub-Signature-256. Without a secret nothing is signed.
    """
    given = signature.lower().encode(errors="replace")
    return any(
        hmac.compare_digest(b"sha256=" + _hex_digest(secret, body), given)
        for secret in secrets
        if secret
    )


def _hex_digest(secret: str, body: bytes) -> bytes:
    return hexlify(hmac.digest(secret.encode(), body, "sha256"))


def handshake(parameters: Mapping[str, str], verify_token: str) -> str | None:
    """The challenge to answer a subscription with; None where the token is not ours."""
    given = parameters.get("hub.verify_token", "").encode(errors="replace")
    known = bool(verify_token) and hmac.compare_digest(given, verify_token.encode())
    if known and parameters.get("hub.mode") == "subscribe":
        return parameters.get("hub.challenge", "")
    return None
