"""The deeds that have a form, as they stand in its address and in the order of the page."""

from typing import Final, Literal, get_args

Name = Literal[
    "accepted",
    "in_progress",
    "assign",
    "ask",
    "action_taken",
    "nothing_found",
    "false_information",
    "closed",
    "not_mine",
    "transfer",
    "merge",
    "note",
    "open_files",
    "agree_opening",
    "block",
    "unblock",
]
NAMES: Final[tuple[Name, ...]] = get_args(Name)
