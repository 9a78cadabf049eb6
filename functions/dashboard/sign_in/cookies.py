"""The two cookies of the dashboard.

`__Host-`: a browser takes them from this host alone, over TLS, and gives them to no other. Lax, not
Strict: with Strict a browser that comes from the pool, or from a link in a mailed report, would
hold the session back and ask for another. What changes something is a POST, with which Lax sends
nothing from elsewhere, and functions/dashboard/same_origin.py refuses it besides.
https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from aws_lambda_powertools.shared.cookies import Cookie, SameSite

SESSION: Final = "__Host-session"
ATTEMPT: Final = "__Host-attempt"
ATTEMPT_LIVES: Final = timedelta(minutes=10)
"""A password, and a code that is shown for half a minute."""


def cookie(name: str, value: str, *, lives: timedelta) -> Cookie:
    return Cookie(
        name,
        value,
        path="/",
        secure=True,
        http_only=True,
        max_age=int(lives.total_seconds()),
        same_site=SameSite.LAX_MODE,
    )


def gone(name: str) -> Cookie:
    return cookie(name, "", lives=timedelta(0))


def cookies_of(event: Mapping[str, Any]) -> dict[str, str]:
    """Of payload format 2.0. A name that comes twice counts for nothing."""
    sent: Sequence[str] = event.get("cookies") or ()
    pairs = [one.partition("=") for one in sent]
    names = [name for name, _, _ in pairs]
    return {name: value for name, _, value in pairs if names.count(name) == 1}
