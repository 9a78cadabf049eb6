"""A word of the dialogue from "Hi" to the receipt. It leaves alone a filed tip that was open."""

from dataclasses import replace

from functions.flow.aside import Visit
from functions.flow.bubbles import asked, receipt
from functions.flow.commands import stepped_back
from functions.flow.filing import file
from functions.flow.hearing import hear, open_with
from functions.flow.holding import held
from functions.flow.outcome import Outcome
from functions.flow.pace import paced
from functions.flow.road import current
from functions.flow.scene import Scene
from functions.flow.session import Draft, Pace, Session
from functions.flow.turn import Turn
from satark import clock_face
from satark.message import Outgoing


def in_dialogue(session: Session, visit: Visit, seed: bytes) -> Outcome:
    message, turn = visit.message, _turn(visit)
    moved = replace(session, draft=turn.draft, matter=None)
    if turn.draft and current(visit.police_range, turn.draft).step.kind == "receipt":
        if not (wait := held(session, visit)):
            return _filed(moved, visit, turn.draft, seed)
        turn = Turn(stepped_back(visit.police_range, turn.draft), wait)
        moved = replace(moved, draft=turn.draft)
    stands = turn.draft is not None and _stands(visit, turn.draft)
    pace: Pace = "again" if stands and not turn.urgent else "on"
    replies = paced(session, visit, _bubbles(visit, turn, again=stands), pace)
    return Outcome(moved.hearing(message.ref, message.at, replies, pace), replies)


def _filed(session: Session, visit: Visit, draft: Draft, seed: bytes) -> Outcome:
    message, police_range = visit.message, visit.police_range
    filed = file(draft, police_range, at=message.at, seed=seed)
    replies = (receipt(police_range, draft, filed),)
    done = session.filing(clock_face.day(message.at))
    return Outcome(done.hearing(message.ref, message.at, replies), replies, filed)


def _bubbles(visit: Visit, turn: Turn, *, again: bool) -> tuple[Outgoing, ...]:
    if turn.draft is None or turn.quiet:
        return ()
    return asked(visit.police_range, turn.draft, turn.note, again=again)


def _turn(visit: Visit) -> Turn:
    scene = Scene.of(visit.police_range, visit.draft or Draft())
    if visit.draft is None:
        return open_with(scene, visit.message, visit.evidence)
    return hear(scene, visit.message, visit.evidence)


def _stands(visit: Visit, draft: Draft) -> bool:
    """At the question where it stood before. A first word moves on from nowhere."""
    if visit.draft is None:
        return False
    return current(visit.police_range, visit.draft) == current(visit.police_range, draft)
