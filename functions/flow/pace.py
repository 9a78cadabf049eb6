"""How much is said to somebody who writes very fast: all is kept, but not all is answered.

WhatsApp lets ten messages a minute through to one person, and now and then a burst of 45.
https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
"""

from datetime import timedelta

from functions.flow.aside import Visit
from functions.flow.session import Pace, Session
from satark.message import Outgoing, Say

AGAIN_AT_MOST = 10
AT_MOST = 45
_MINUTE = timedelta(minutes=1)


def paced(
    session: Session, visit: Visit, replies: tuple[Outgoing, ...], pace: Pace
) -> tuple[Outgoing, ...]:
    """The replies, or in the last place before silence, that it is time for a pause.

    Whoever moves on is answered for longer than whoever stands: a fast finger is no flood.
    """
    left = AT_MOST - session.answers(_MINUTE, visit.message.at)
    if pace == "again":
        left = min(left, AGAIN_AT_MOST - session.answers(_MINUTE, visit.message.at, pace="again"))
    if left > 1 or not replies:
        return replies
    return (Say(visit.voice.text("note.paused")),) if left == 1 else ()
