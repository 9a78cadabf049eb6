from dataclasses import dataclass

from functions.flow.session import Draft


@dataclass(frozen=True, slots=True)
class Turn:
    """The draft after a message, and a note to put before the question at which it stands.

    `quiet`: nothing is said at all, not even the question again. `urgent`: it is said in a flood of
    messages, too.
    """

    draft: Draft | None
    note: str | None = None
    quiet: bool = False
    urgent: bool = False
