"""How the system is ended: the first Ctrl-C or SIGTERM unwinds all, a second changes nothing."""

import signal
import threading
from types import FrameType
from typing import NoReturn

ENDING = (signal.SIGINT, signal.SIGTERM)


class Ended(BaseException):
    """Somebody wants an end, wherever we are; nothing that handles errors may stop it."""


def unwind_when_told() -> None:
    """From now on a signal raises `Ended` in the main thread."""
    for each in ENDING:
        signal.signal(each, _end)


def until_told() -> NoReturn:
    """Wait for a signal; raises `Ended`."""
    while True:
        threading.Event().wait()


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    for each in ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise Ended
