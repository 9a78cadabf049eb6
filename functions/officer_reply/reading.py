"""What an officer's message asks for, before we know which tip it is about."""

import unicodedata
from dataclasses import dataclass
from typing import Literal, cast, get_args

from satark.case import Action
from satark.command.request import Act, Deed, Open, Report, Request, Verb
from satark.command.tip_numbers import without_numbers
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

PENDING = "pending"
_PUNCTUATION = " \t\n.,;:!?#*_~'\"()-\u2013\u2014।"


@dataclass(frozen=True, slots=True)
class Vouch:
    """Tell of an officer whose phone changed; or, `of` the change at that time: it is them."""

    officer_id: str
    of: str = ""


Remark = Literal["chatter", "silence", "pending"] | Vouch
"""No request about one tip: answered with how to use this line, not at all, or with a list."""


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
    if tap == PENDING:
        return "pending"
    match read_tap(tap):
        case CaseTap(verb="open", case_id=case_id):
            return Open(case_id)
        case CaseTap("doubted" | "genuine", case_id=officer_id, argument=change):
            return Vouch(officer_id, change)
        case CaseTap(verb=verb, case_id=case_id) if verb in get_args(Action):
            return Act(cast("Action", verb), case_id)
        case CaseTap(verb=verb, case_id=case_id, argument=argument) if verb in get_args(Verb):
            return Deed(cast("Verb", verb), case_id, argument)
        case _:
            return "chatter"


def _written(body: str, police_range: PoliceRange) -> Request | Remark:
    """A command word counts as one only where nothing but a tip's number stands beside it.

    "OK" or "Jai Hind" must not reach the tipster as "action was taken": greetings are no report.
    """
    words = plain(without_numbers(body))
    if command := _commands(police_range).get(words):
        return _commanded(command, body)
    if question := _question(body, police_range):
        return question
    if not words and body.strip(_PUNCTUATION):
        return Open(words=body)
    chatter = {plain(word) for spellings in police_range.words.values() for word in spellings}
    return "chatter" if words in chatter or not any(map(str.isalnum, words)) else Report(body)


def _commanded(command: str, body: str) -> Request | Remark:
    if command == PENDING:
        return "pending"
    if command in get_args(Action):
        return Act(cast("Action", command), words=body)
    return Deed(cast("Verb", command), words=body)


def _question(body: str, police_range: PoliceRange) -> Deed | None:
    """`ask 4829-1376: what colour is the truck?`, in one go."""
    head, _, question = body.replace("\uff1a", ":").partition(":")
    asks = _commands(police_range).get(plain(without_numbers(head))) == "ask"
    return Deed("ask", argument=question.strip(), words=head) if asks and question.strip() else None


def _commands(police_range: PoliceRange) -> dict[str, str]:
    """Each command by its label in every language, and by its other spellings."""
    labels = (
        (plain(police_range.text(language, f"officer.{command}")), command)
        for language in police_range.languages
        for command in police_range.commands
    )
    spellings = (
        (plain(spelling), command)
        for command, spellings in police_range.commands.items()
        for spelling in spellings
    )
    return {**dict(spellings), **dict(labels)}


def plain(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(folded.split()).strip(_PUNCTUATION)


def _place(pin: Pin) -> str:
    named = (part for part in (pin.name, pin.address) if part)
    return ", ".join((*named, f"{pin.latitude:.5f}, {pin.longitude:.5f}"))
