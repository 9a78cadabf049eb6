from dataclasses import dataclass

from functions.flow.session import Draft


@dataclass(frozen=True, slots=True)
class Turn:
    """The draft after a message, and a note to put before the question at which it stands.

    `quiet`: nothing is said at all, not even the question again.
    """

    draft: Draft | None
    note: str | None = None
    quiet: bool = False
