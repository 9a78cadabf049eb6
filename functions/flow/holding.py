"""Why a finished tip is not filed now. It stays as it is, with "send" still to be chosen.

Nobody is told so before: the first answer is the same to everybody, and so is every question.
"""

from functions.flow.aside import Visit
from functions.flow.session import Session
from satark import clock_face


def held(session: Session, visit: Visit) -> str | None:
    """What the tipster is told, which says when to go on; None where the tip may be filed."""
    if visit.blocked_until:
        until = clock_face.shown(visit.blocked_until, precise=False)
        return visit.voice.text("note.not_now", until=until)
    if session.filed_on(clock_face.day(visit.message.at)) < visit.police_range.limits.tips_per_day:
        return None
    return visit.voice.text("note.tomorrow")
