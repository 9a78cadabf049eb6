"""What a cleaning gives, and the one error that it may end in."""

from dataclasses import dataclass


class CannotClean(Exception):
    """The file is not of a kind that we can clean, or is broken, or resisted. Quarantine it.

    `reason` is a short phrase of ours for the case's record, never text taken from the file.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """The clean file's own MIME type and extension, and the kinds of metadata that it lost."""

    mime: str
    extension: str
    removed: tuple[str, ...]
