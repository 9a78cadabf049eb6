"""Tells on the terminal what is being done, with the seconds since the start."""

import sys
import time
from collections.abc import Callable

type Say = Callable[[str], None]


def narrator() -> Say:
    started = time.monotonic()

    def say(line: str) -> None:
        sys.stdout.write(f"{time.monotonic() - started:5.1f} s  {line}\n")
        sys.stdout.flush()

    return say
