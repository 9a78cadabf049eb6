"""Rows of a list, over as many pages as they need."""

from collections.abc import Callable, Sequence

from satark.message import Option
from satark.whatsapp.limits import LIST_ROWS

_ROOM = LIST_ROWS - 2

type Turn = Callable[[int, str], Option]
"""The row that turns to a page, under a label."""


def page(rows: Sequence[Option], named: str, turn: Turn) -> tuple[Option, ...]:
    """All of up to ten; else eight, with a row each for the pages before and behind.

    `named` is the page's number, counted from 0; the first page where it is none.
    """
    if len(rows) <= LIST_ROWS:
        return tuple(rows)
    last = (len(rows) - 1) // _ROOM
    at = min(int(named), last) if named.isdecimal() else 0
    shown = list(rows[at * _ROOM : (at + 1) * _ROOM])
    if at > 0:
        shown.append(turn(at - 1, "previous_page"))
    if at < last:
        shown.append(turn(at + 1, "next_page"))
    return tuple(shown)
