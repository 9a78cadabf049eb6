"""A log that cannot print an address: it writes the events and facts listed here, and no other.

One JSON object a line on standard output, as CloudWatch Logs reads it. An event that is not listed
is written as `unlisted`; a fact that is not listed, or is neither a small number nor a listed word,
is dropped.
"""

import functools
import json
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Literal, get_args

Level = Literal["INFO", "WARNING", "ERROR"]
Event = Literal[
    "case_failed",
    "day_failed",
    "event_failed",
    "handler_failed",
    "message_failed",
    "officer_suspended",
    "page_failed",
    "refused",
    "refused_alarm",
    "report_failed",
    "rewrapped",
    "set_aside",
]

type Fact = int | str

_EVENTS: Final = frozenset(get_args(Event))
_FACTS: Final = frozenset({"attempt", "code", "count", "left"})
_WORDS: Final = frozenset(
    {"account_error", "account_update", "business_capability_update"}
    | {"message_template_status_update", "other_field", "other_status"}
    | {"phone_number_quality_update", "unknown_number", "unreadable_message"}
)
"""What the door sets aside, by satark.whatsapp.parse."""
_BELOW: Final = 10_000_000
"""Above Meta's error codes, and below any telephone number."""
_CLASS: Final = re.compile(r"[A-Z][A-Za-z]{0,59}")
_LINE: Final = re.compile(r"[a-z_]{1,40}:[0-9]{1,5}")


class Failed(Exception):
    """Stands in for an exception whose own message may hold what must not be printed."""


def info(event: Event, **facts: Fact) -> None:
    _write("INFO", event, facts)


def warning(event: Event, **facts: Fact) -> None:
    _write("WARNING", event, facts)


def failure(event: Event, error: BaseException, **facts: Fact) -> None:
    """An exception as its class and the line of our code that it passed last; never its words."""
    told = {"error": (type(error).__name__, _CLASS), "where": (_last_line(error), _LINE)}
    codes = {name: code for name, (code, form) in told.items() if form.fullmatch(code)}
    _write("ERROR", event, facts, codes)


def guarded[**P, R](handler: Callable[P, R]) -> Callable[P, R]:
    """Let no exception's message out of a handler: the Lambda runtime would print it.

    Raises Failed, with nothing attached, for whatever the handler raised. What libraries log
    meanwhile is dropped: urllib3 writes the address of a file, with its token, into a warning.
    """

    @functools.wraps(handler)
    def guard(*args: P.args, **kwargs: P.kwargs) -> R:
        with _libraries_silent():
            try:
                return handler(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - everything that leaves here would be printed
                failure("handler_failed", error)
        raise Failed("see handler_failed in this log")

    return guard


@contextmanager
def _libraries_silent() -> Iterator[None]:
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _write(
    level: Level, event: str, facts: dict[str, Fact], codes: dict[str, str] | None = None
) -> None:
    line: dict[str, Fact] = {"level": level, "event": event if event in _EVENTS else "unlisted"}
    line |= {name: fact for name, fact in facts.items() if name in _FACTS and _is_listed(fact)}
    print(json.dumps(line | (codes or {})), flush=True)  # noqa: T201 - standard output is Lambda's log


def _is_listed(fact: object) -> bool:
    """Types are asked for again here: what is logged must not hang on a type checker alone."""
    if type(fact) is int:
        return abs(fact) < _BELOW
    return isinstance(fact, str) and fact in _WORDS


def _last_line(error: BaseException) -> str:
    """`module:line` of the innermost frame in our own code."""
    ours = ""
    trace = error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith(("satark", "functions")) and module != __name__:
            ours = f"{module.rpartition('.')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return ours
