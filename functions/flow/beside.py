"""A word about a filed tip, while the draft waits where it stands."""

from dataclasses import replace

from functions.flow.aside import Aside, Visit
from functions.flow.bubbles import asked, together
from functions.flow.naming import MISSES
from functions.flow.outcome import Outcome
from functions.flow.pace import paced
from functions.flow.session import Pace, Session
from satark.message import Outgoing, Say


def beside(session: Session, visit: Visit, said: Aside) -> Outcome:
    message = visit.message
    pace: Pace = "again" if _stands(visit, said) and not said.urgent else "on"
    replies = paced(session, visit, _bubbles(visit, said), pace)
    misses = (*session.misses, message.at) if said.missed else session.misses
    moved = replace(session, draft=visit.draft, matter=said.matter, misses=misses[-MISSES:])
    heard = moved.hearing(message.ref, message.at, replies, pace)
    happened = (visit.named.head, said.happened) if visit.named and said.happened else None
    return Outcome(heard, replies, happened=happened)


def _bubbles(visit: Visit, said: Aside) -> tuple[Outgoing, ...]:
    """Where nothing is asked about the filed tip, the draft's question is asked again."""
    if said.asked:
        return together(said.note, said.asked)
    if said.note is None:
        return ()
    return asked(visit.police_range, visit.draft, said.note) if visit.draft else (Say(said.note),)


def _stands(visit: Visit, said: Aside) -> bool:
    before, after = visit.matter, said.matter
    if before is None or after is None:
        return before is after
    return (before.case_id, before.adding) == (after.case_id, after.adding)
