"""The ledger as it is stored: each row of a case carries the hash of the row before it.

Whoever changes, drops or moves a row breaks the hash that the next row carries, or the one that
the case's head and the night's seal hold. docs/ledger.md says what is hashed, byte by byte.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Final, Protocol

BEGINNING: Final = ""
"""What the first row of a case follows."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row as the table has it. `at` and `event` are the stored texts, never written anew.

    `follows` is the hash of the row before it, BEGINNING for a case's first.
    """

    case_id: str
    seq: int
    at: str
    kind: str
    event: str
    follows: str

    @property
    def hash(self) -> str:
        """SHA-256, hex, of the six fields as a JSON array in UTF-8, without spaces."""
        canonical = json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """How far a case had come at some time: its last row then, by place and hash."""

    case_id: str
    seq: int
    row_hash: str


class Chained(Protocol):
    """As much of a row as tells whether it is where it was."""

    @property
    def seq(self) -> int: ...
    @property
    def follows(self) -> str: ...
    @property
    def hash(self) -> str: ...


def breaks(rows: Sequence[Chained]) -> Iterator[str]:
    """Where one case's rows, in the order of the table, are no chain from its beginning on."""
    follows = BEGINNING
    for seq, row in enumerate(rows, start=1):
        if row.seq != seq:
            yield f"row {seq} is not there: row {row.seq} stands in its place"
            return
        if row.follows != follows:
            yield f"row {seq} does not follow row {seq - 1} as it stands"
        follows = row.hash


def contradicts(rows: Sequence[Chained], link: Link) -> str | None:
    """What one case's rows are not, of what its head or a seal says of them."""
    found = next((row for row in rows if row.seq == link.seq), None)
    if found is None:
        return f"row {link.seq} was there, and is not"
    if found.hash != link.row_hash:
        return f"row {link.seq} is not what it was"
    return None
