"""What the code looks for in typed words: each range says how it is spelt."""

from typing import Final

COMMANDS: Final = (
    "help",
    "back",
    "restart",
    "language",
    "status",
    "stop",
    "danger",
    "done",
    "skip",
    "more",
    "unknown",
    "send",
    "yes",
    "no",
    "greeting",
    "thana",
)
"""What the code looks for in typed words. `thana`: words that tell no thana from another.

`status` also names the receipt code. `danger` stands anywhere in a message, all others alone.
"""

OFFICERS_COMMANDS: Final = (
    "pending",
    "accepted",
    "in_progress",
    "action_taken",
    "nothing_found",
    "false_information",
    "not_mine",
    "closed",
    "ask",
    "assign",
    "transfer",
    "duplicate",
    "block",
    "unblock",
    "open_files",
    "agree_opening",
)
"""What an officer may type. Each is also what the text `officer.<command>` says on a button."""
