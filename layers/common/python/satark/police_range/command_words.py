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
