"""A page elsewhere cannot make a signed-in officer's browser do anything here.

Every browser since 2023 says with each request where it comes from, and no page can make it lie.
An older one sends at least `Origin` with a POST. Nothing but a browser posts to the dashboard.
https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

_SAFE: Final = {"GET", "HEAD"}
"""Methods that change nothing."""


def is_own(method: str, headers: Mapping[str, str]) -> bool:
    """Whether to listen at all. `headers` by their names in small letters."""
    if method in _SAFE:
        return True
    if site := headers.get("sec-fetch-site"):
        return site == "same-origin"
    origin, host = headers.get("origin", ""), headers.get("host", "")
    return bool(host) and urlsplit(origin).netloc == host
