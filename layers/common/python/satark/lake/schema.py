"""The columns of the lake: what a row may hold, and no more. docs/lake.md says what each means.

No identity, no officer, no words of anybody, no pin: ids of the range's data, counts and times.
"""

from typing import Final, Literal

ColumnType = Literal["varchar", "int", "boolean", "timestamp"]

EVERY_KIND: Final[dict[str, ColumnType]] = {
    "event_id": "varchar",
    "case_id": "varchar",
    "seq": "int",
    "kind": "varchar",
    "at": "timestamp",
}
COLUMNS: Final[dict[str, ColumnType]] = {
    **EVERY_KIND,
    "district": "varchar",
    "thana": "varchar",
    "category": "varchar",
    "conflict": "varchar",
    "level": "varchar",
    "score": "int",
    "accept_by": "timestamp",
    "report_by": "timestamp",
    "h3_r7": "varchar",
    "h3_r8": "varchar",
    "occurs": "varchar",
    "language": "varchar",
    "photos": "int",
    "videos": "int",
    "audios": "int",
    "documents": "int",
    "action": "varchar",
    "status": "varchar",
    "fir": "boolean",
    "arrests": "int",
    "seizure": "boolean",
    "merged_into": "varchar",
    "what": "varchar",
    "step": "int",
    "helpful": "boolean",
    "media": "varchar",
}
"""In this order in every file. Timestamps have no zone: they are the wall clock in India."""
PARTITION: Final = "dt"
"""The Indian day of the event, `2026-11-24`: the folder that a row lies in."""
