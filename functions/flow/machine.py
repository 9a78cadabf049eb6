"""The dialogue: a message moves the draft, and the question at which it then stands is the reply.

Pure: what time it is stands in the message, chance comes as a seed, and a file has already become
evidence. So the same message to the same session always gives the same outcome.
"""

from dataclasses import dataclass
from datetime import timedelta

from functions.flow.bubbles import asked, receipt
from functions.flow.filing import Filed, file
from functions.flow.hearing import hear, open_with
from functions.flow.keeping import has_room
from functions.flow.road import current
from functions.flow.scene import Scene
from functions.flow.session import Draft, Session
from functions.flow.turn import Turn
from satark.message import InboundMessage, Outgoing
from satark.police_range.model import PoliceRange
from satark.tip import Evidence


@dataclass(frozen=True, slots=True)
class Outcome:
    session: Session
    replies: tuple[Outgoing, ...] = ()
    filed: Filed | None = None


def advance(
    session: Session,
    message: InboundMessage,
    police_range: PoliceRange,
    *,
    evidence: Evidence | None,
    seed: bytes,
) -> Outcome:
    """`evidence` is what became of the message's file, if it has one and the tip has room."""
    turn = _turn(_live(session, message, police_range), message, police_range, evidence)
    draft = turn.draft
    replies: tuple[Outgoing, ...] = ()
    filed = None
    if draft and current(police_range, draft).step.kind == "receipt":
        filed = file(draft, police_range, at=message.at, seed=seed)
        replies, draft = (receipt(police_range, draft, filed.receipt),), None
    elif draft and not turn.quiet:
        replies = asked(police_range, draft, turn.note)
    heard = session.hearing(message.ref, message.at, draft=draft, replies=replies)
    return Outcome(heard, replies, filed)


def takes_file(session: Session, message: InboundMessage, police_range: PoliceRange) -> bool:
    """Whether a file that comes with this message would find room in the tip."""
    draft = _live(session, message, police_range)
    return draft is None or has_room(draft, police_range.limits)


def _live(session: Session, message: InboundMessage, police_range: PoliceRange) -> Draft | None:
    idle = timedelta(hours=police_range.limits.draft_idle_hours)
    return session.live_draft(message.at, idle)


def _turn(
    draft: Draft | None,
    message: InboundMessage,
    police_range: PoliceRange,
    evidence: Evidence | None,
) -> Turn:
    if draft is None:
        return open_with(Scene.of(police_range, Draft()), message, evidence)
    return hear(Scene.of(police_range, draft), message, evidence)
