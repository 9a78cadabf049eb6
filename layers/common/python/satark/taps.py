"""The taps under a case's messages: an id says what is done, and to which case."""

from typing import get_args

from satark.case import Action, Status
from satark.message import Ask, Option, Say
from satark.police_range.model import PoliceRange

OPEN = "open"

_OFFERED: dict[Status, tuple[Action, ...]] = {
    "received": ("accepted", "action_taken", "nothing_found", "false_information"),
    "accepted": ("action_taken", "nothing_found", "false_information"),
    "action_taken": ("closed",),
    "closed": (),
}


def tap_id(verb: str, case_id: str) -> str:
    return f"{verb}:{case_id}"


def read_tap(tap: str) -> tuple[str, str] | None:
    """The verb (an Action, or OPEN) and the case id; None for an id that is not of this kind."""
    verb, _, case_id = tap.partition(":")
    return (verb, case_id) if case_id and verb in (OPEN, *get_args(Action)) else None


def with_actions(
    body: str, *, case_id: str, status: Status, language: str, police_range: PoliceRange
) -> Ask | Say:
    """The body with the taps that make sense at this status; a closed case has none."""
    options = tuple(
        Option(tap_id(action, case_id), police_range.text(language, f"officer.{action}"))
        for action in _OFFERED[status]
    )
    if not options:
        return Say(body)
    return Ask(body, options, police_range.text(language, "officer.list_button"))
