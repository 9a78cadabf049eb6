"""One attempt to sign in: what the browser keeps until it comes back from the pool.

https://www.rfc-editor.org/rfc/rfc7636 (PKCE)
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Final, Self

LENGTH: Final = 32
"""Random bytes in each of state, nonce and verifier."""
HOME: Final = "/"
_OWN: Final = re.compile(r"/[a-z]{2}/[A-Za-z0-9/_-]{1,80}(\?[A-Za-z0-9=&%._~+-]{0,400})?")
"""A page of ours, with its language first: what does not look like one could lead elsewhere."""
_WRITTEN: Final = re.compile(r"([\w-]{43})\.([\w-]{43})\.([\w-]{43})\.([\w-]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attempt:
    """`to` is the page that was asked for."""

    state: str
    nonce: str
    verifier: str
    to: str

    @classmethod
    def begun(cls, to: str, chance: Callable[[int], bytes]) -> Self:
        state, nonce, verifier = (_text(chance(LENGTH)) for _ in range(3))
        return cls(state, nonce, verifier, own_page(to))

    @classmethod
    def read(cls, cookie: str) -> Self | None:
        """Whoever changes their own cookie gains nothing: the page is checked anew."""
        found = _WRITTEN.fullmatch(cookie)
        if found is None:
            return None
        state, nonce, verifier, to = found.groups()
        return cls(state, nonce, verifier, own_page(_plain(to)))

    @property
    def written(self) -> str:
        return ".".join((self.state, self.nonce, self.verifier, _text(self.to.encode())))

    @property
    def challenge(self) -> str:
        return _text(sha256(self.verifier.encode()).digest())

    def is_answered_by(self, state: str) -> bool:
        return compare_digest(self.state.encode(), state.encode())


def own_page(to: str) -> str:
    """The page itself if it is one of ours, else the first."""
    return to if _OWN.fullmatch(to) else HOME


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _plain(text: str) -> str:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return HOME
