"""The columns of the lake, by schema.toml: what a row may hold, and no more."""

import tomllib
from pathlib import Path
from typing import Final, Literal

ColumnType = Literal["varchar", "int", "boolean", "timestamp"]

_WRITTEN: Final = tomllib.loads(Path(__file__).with_name("schema.toml").read_text("utf-8"))

COLUMNS: Final[dict[str, ColumnType]] = {name: one["type"] for name, one in _WRITTEN.items()}
"""In the order of every file."""
EVERY_KIND: Final = frozenset(name for name, one in _WRITTEN.items() if one["kinds"] == "every")
KINDS: Final[dict[str, frozenset[str]]] = {
    name: frozenset(one["kinds"]) for name, one in _WRITTEN.items() if name not in EVERY_KIND
}
"""The kinds of events that have a column which not all have."""
PARTITION: Final = "dt"
"""The Indian day of the event, `2026-11-24`: the folder that a row lies in."""
