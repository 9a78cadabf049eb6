"""The user pool, which vouches for who has signed in."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class CodeRefused(Exception):
    """The pool gave nothing for this code; deliberately without its reason."""


class PoolUnavailable(Exception):
    """The pool did not answer, or not as it should."""


class UserPool(Protocol):
    """Both raise PoolUnavailable."""

    def exchange(self, code: str, verifier: str) -> str:
        """The id token for an authorization code, not yet verified. Raises CodeRefused."""
        ...

    def keys(self) -> Sequence[Mapping[str, object]]:
        """The public keys of its tokens, each a JSON Web Key."""
        ...
