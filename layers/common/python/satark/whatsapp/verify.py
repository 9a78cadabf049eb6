"""Whether it is Meta that calls.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
"""

import hmac
import re
from collections.abc import Mapping, Sequence

_SIGNATURE = re.compile(r"sha256=([0-9A-Fa-f]{64})")


def signed(body: bytes, signature: str, secrets: Sequence[str]) -> bool:
    """Whether one of the app secrets signed these very bytes: the old one counts in a rotation.

    `signature` is the header X-Hub-Signature-256. Without a secret nothing is signed.
    """
    given = _SIGNATURE.fullmatch(signature)
    if given is None:
        return False
    digest = bytes.fromhex(given[1])
    return any(
        hmac.compare_digest(hmac.digest(secret.encode(), body, "sha256"), digest)
        for secret in secrets
        if secret
    )


def handshake(parameters: Mapping[str, str], verify_token: str) -> str | None:
    """The challenge to answer a subscription with; None where the token is not ours."""
    given = parameters.get("hub.verify_token", "").encode(errors="replace")
    known = bool(verify_token) and hmac.compare_digest(given, verify_token.encode())
    if known and parameters.get("hub.mode") == "subscribe":
        return parameters.get("hub.challenge", "")
    return None
