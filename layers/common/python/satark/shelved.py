"""A report that was made and lies on the shelf of its office."""

from dataclasses import dataclass
from typing import Final

FORMS: Final = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Of each ending its media type."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """`office` as in the roster; `period` as `satark.periods.named` reads it."""

    office: str
    period: str
    forms: frozenset[str]
