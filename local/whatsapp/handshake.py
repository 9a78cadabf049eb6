"""The GET by which Meta verifies a webhook before it posts there.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
"""

import secrets

import urllib3


class HandshakeError(RuntimeError):
    pass


def verify(url: str | None, verify_token: str) -> None:
    if url is None:
        raise HandshakeError("there is no webhook URL to verify: set webhook_url")
    challenge = str(secrets.randbelow(10**10))
    fields = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": verify_token}
    answer = urllib3.request("GET", url, fields=fields, retries=False, timeout=30)
    if answer.status != 200 or answer.data.decode(errors="replace") != challenge:  # noqa: PLR2004 - HTTP's OK
        raise HandshakeError(
            f"the webhook answered {answer.status} and {answer.data[:80]!r} instead of 200 and the "
            "bare challenge: compare the verify token of both sides"
        )
