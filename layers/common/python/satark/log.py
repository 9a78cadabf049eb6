"""A log that cannot print an address: it writes only codes, counts and the names listed here.

One JSON object a line on standard output, as CloudWatch Logs reads it. Whatever does not look like
a code or a count is replaced by `***`, even when it is passed on purpose.
"""

import functools
import json
import re
from collections.abc import Callable
from typing import Literal

Level = Literal["INFO", "WARNING", "ERROR"]
Fact = str | int

_NAMES = frozenset(
    {"action", "attempt", "code", "count", "error", "kind", "line", "reason", "room", "state"}
    | {"status", "where"}
)
_CODE = re.compile(r"[A-Za-z][A-Za-z_]{0,39}(:[0-9]{1,5})?")
_COUNT_BELOW = 10_000_000  # a count never looks like a telephone number


class Failed(Exception):
    """Stands in for an exception whose own message may hold what must not be printed."""


def info(event: str, **facts: Fact) -> None:
    _write("INFO", event, facts)


def warning(event: str, **facts: Fact) -> None:
    _write("WARNING", event, facts)


def failure(event: str, error: BaseException, **facts: Fact) -> None:
    """An exception as its type and the line of our code that it passed last; never its words."""
    _write("ERROR", event, facts | {"error": type(error).__name__, "where": _last_line(error)})


def guarded[**P, R](handler: Callable[P, R]) -> Callable[P, R]:
    """Let no exception's message out of a handler: the Lambda runtime would print it.

    Raises Failed, with nothing attached, for whatever the handler raised.
    """

    @functools.wraps(handler)
    def guard(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return handler(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - everything that leaves here would be printed
            failure("handler_failed", error)
        raise Failed("see handler_failed in this log")

    return guard


def _write(level: Level, event: str, facts: dict[str, Fact]) -> None:
    line = {"level": level, "event": _safe(event)}
    line |= {name: _safe(fact) for name, fact in facts.items() if name in _NAMES}
    print(json.dumps(line), flush=True)  # noqa: T201 - standard output is Lambda's log


def _safe(fact: Fact) -> Fact:
    if isinstance(fact, int):
        return fact if abs(fact) < _COUNT_BELOW else "***"
    return fact if _CODE.fullmatch(fact) else "***"


def _last_line(error: BaseException) -> str:
    """`module:line` of the innermost frame in our own code."""
    ours = "unknown"
    trace = error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith(("satark", "functions")) and module != __name__:
            ours = f"{module.rpartition('.')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return ours
