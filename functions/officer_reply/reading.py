"""What an officer's message asks for, before we know which tip it is about."""

import unicodedata
from dataclasses import dataclass
from typing import Literal, cast, get_args

from functions.officer_reply.tip_numbers import without_numbers
from satark.case import Action
from satark.message import (
    Content,
    Deleted,
    IdentityChanged,
    Media,
    Pin,
    Reaction,
    Tap,
    Text,
)
from satark.police_range.model import PoliceRange
from satark.taps import CaseTap, read_tap

_PUNCTUATION = " \t\n.,;:!?#*_~'\"()-\u2013\u2014।"


@dataclass(frozen=True, slots=True)
class Act:
    """Record this action; `tapped` is the case that a tap names."""

    action: Action
    tapped: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Show the whole tip."""

    tapped: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    words: str = ""
    media: Media | None = None


Request = Act | Open | Report
Remark = Literal["chatter", "silence"]
"""No request: answered with how to use this line, or not at all."""


def read(content: Content, police_range: PoliceRange) -> Request | Remark:
    match content:
        case Tap(id=tap):
            return _tapped(tap)
        case Text(body=body):
            return _written(body, police_range)
        case Media(caption=caption):
            return Report(caption, content)
        case Pin():
            return Report(_place(content))
        case Reaction() | Deleted() | IdentityChanged():
            return "silence"
        case _:
            return "chatter"


def _tapped(tap: str) -> Request | Remark:
    match read_tap(tap):
        case None:
            return "chatter"
        case CaseTap(verb="open", case_id=case_id):
            return Open(case_id)
        case CaseTap(verb=verb, case_id=case_id) if verb in get_args(Action):
            return Act(cast("Action", verb), case_id)
        case _:
            return "chatter"


def _written(body: str, police_range: PoliceRange) -> Request | Remark:
    """A command word counts as one only where nothing but a tip's number stands beside it.

    "OK" or "Jai Hind" must not reach the tipster as "action was taken": greetings are no report.
    """
    words = _plain(without_numbers(body))
    if action := _actions(police_range).get(words):
        return Act(action)
    if not words and body.strip(_PUNCTUATION):
        return Open()
    chatter = {_plain(word) for spellings in police_range.words.values() for word in spellings}
    return "chatter" if words in chatter or not any(map(str.isalnum, words)) else Report(body)


def _actions(police_range: PoliceRange) -> dict[str, Action]:
    """Each action by the labels of its button in every language."""
    actions: tuple[Action, ...] = get_args(Action)
    return {
        _plain(police_range.text(language, f"officer.{action}")): action
        for language in police_range.languages
        for action in actions
    }


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(folded.split()).strip(_PUNCTUATION)


def _place(pin: Pin) -> str:
    named = (part for part in (pin.name, pin.address) if part)
    return ", ".join((*named, f"{pin.latitude:.5f}, {pin.longitude:.5f}"))
