"""Which filed tip a message names: by its receipt code, by a quote, by a tap, or by going on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.flow.receipts import code_in
from functions.flow.session import Session
from satark.identity import MessageRef
from satark.message import InboundMessage, Media, Pin, Tap, Text
from satark.police_range.model import PoliceRange
from satark.standing import CaseHead
from satark.taps import ANSWER, HELPFUL, read_tap

MISSES = 5
"""So many codes that lead nowhere are looked up in an hour; who mistypes needs fewer."""
_MISSES_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ByCode:
    """The sixteen digits of a receipt."""

    code: str


@dataclass(frozen=True, slots=True)
class ByQuote:
    """A message of ours. `rating`: to say of the case that it names whether it helped."""

    ref: MessageRef
    rating: bool = False


@dataclass(frozen=True, slots=True)
class ByQuestion:
    """The id of an OfficerAsked event."""

    question_id: str


@dataclass(frozen=True, slots=True)
class Held:
    """The case of the session's own matter."""

    case_id: str


type Reference = ByCode | ByQuote | ByQuestion | Held


@dataclass(frozen=True, slots=True)
class Named:
    """The case that a reference has led to. `rated`: its tipster has rated it already."""

    by: Reference
    head: CaseHead
    rated: bool = False


def barred(session: Session, at: datetime) -> bool:
    """Whether this sender has guessed too often just now."""
    return sum(at - missed < _MISSES_WITHIN for missed in session.misses) >= MISSES


def references(
    session: Session, message: InboundMessage, police_range: PoliceRange
) -> tuple[Reference, ...]:
    """What to look up, the likeliest first; the first that leads to a case counts."""
    matter = session.live_matter(message.at)
    held = (Held(matter.case_id),) if matter else ()
    quoted = (ByQuote(message.quotes),) if message.quotes else ()
    match message.content:
        case Text(body=words) if code := code_in(words, police_range):
            return () if barred(session, message.at) else (ByCode(code),)
        case Text() | Media() | Pin():
            return (*quoted, *held)
        case Tap(id=tap):
            return _tapped(tap, message.quotes) or held
    return held


def _tapped(tap: str, quotes: MessageRef | None) -> tuple[Reference, ...]:
    pressed = read_tap(tap)
    if pressed is None:
        return ()
    if pressed.verb == ANSWER:
        return (ByQuestion(pressed.case_id),)
    return (ByQuote(quotes, rating=True),) if pressed.verb == HELPFUL and quotes else ()
