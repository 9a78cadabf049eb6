"""The conversation: a message moves what is unfinished, and where it then stands is the reply.

Pure: what time it is stands in the message, chance comes as a seed, a file has already become
evidence, and the case that a message names has been looked up. So the same message to the same
session always gives the same outcome.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.flow import commands
from functions.flow.additions import has_room as has_room_for_more
from functions.flow.aside import Visit
from functions.flow.beside import beside
from functions.flow.dialogue import in_dialogue
from functions.flow.filed_tips import aside
from functions.flow.keeping import has_room
from functions.flow.naming import Named, barred
from functions.flow.outcome import Outcome
from functions.flow.session import Heard, Session, Today
from satark.message import IdentityChanged, InboundMessage, Outgoing, Say, Text
from satark.police_range.model import PoliceRange
from satark.tip import Evidence


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a message beforehand.

    The case that it names, and what became of its file, if it has one and there is room; and until
    when no new tip is taken of its sender, where it files one.
    """

    named: Named | None = None
    evidence: Evidence | None = None
    blocked_until: datetime | None = None


def advance(
    session: Session,
    message: InboundMessage,
    police_range: PoliceRange,
    known: Known,
    *,
    seed: bytes,
) -> Outcome:
    if session.precedes_stop(message.at):
        return Outcome(session.hearing(message.ref, message.at))
    visit = _visit(session, message, police_range, known)
    if isinstance(message.content, IdentityChanged):
        return _forgotten(message)  # who writes next may be somebody else
    if _stops(message, police_range):
        return _forgotten(message, Say(visit.voice.text("note.stopped")), today=session.today)
    said = aside(visit, barred=barred(session, message.at))
    if said is not None:
        return beside(session, visit, said)
    return in_dialogue(session, visit, seed)


def takes_file(
    session: Session, message: InboundMessage, police_range: PoliceRange, named: Named | None
) -> bool:
    """Whether a file that comes with this message would find room."""
    visit = _visit(session, message, police_range, Known(named))
    if session.precedes_stop(message.at):
        return False
    if visit.about:
        return has_room_for_more(visit.about, police_range.limits.evidence_per_tip)
    return visit.draft is None or has_room(visit.draft, police_range.limits)


def _visit(
    session: Session, message: InboundMessage, police_range: PoliceRange, known: Known
) -> Visit:
    idle = timedelta(hours=police_range.limits.draft_idle_hours)
    matter = session.live_matter(message.at)
    draft = session.live_draft(message.at, idle)
    return Visit(
        police_range, message, known.named, known.evidence, matter, draft, known.blocked_until
    )


def _stops(message: InboundMessage, police_range: PoliceRange) -> bool:
    content = message.content
    return (
        isinstance(content, Text) and commands.command(content.body, police_range) == commands.STOP
    )


def _forgotten(message: InboundMessage, *replies: Outgoing, today: Today | None = None) -> Outcome:
    """Nothing is left but that it happened, so that nothing sent before can come back.

    And, till the day ends, how many tips were filed: to stop is no way around a limit.
    """
    stopped = Session(stopped=Heard(message.ref, message.at), today=today)
    return Outcome(stopped.hearing(message.ref, message.at, replies), replies)
