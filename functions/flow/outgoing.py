"""What a message sends to the outbox, under ids that a redelivery repeats."""

from collections.abc import Iterator, Sequence

from functions.flow.derived import name, owner
from functions.flow.session import Session
from satark.message import Forget, InboundMessage, OutboundMessage, Outgoing, ToSender


def outgoing(
    message: InboundMessage, session: Session, pepper: bytes, *, case_id: str | None
) -> Iterator[OutboundMessage | Forget]:
    """The replies that the session holds to this message, which may be about a case.

    Before all of them goes the wish of whoever stops: addresses of filed tips are shredded, too.
    """
    if session.stops_with(message.ref):
        wish_id = name(pepper, "forget", message.ref)
        yield Forget(wish_id, message.at, owner(pepper, message.sender))
    yield from _replies(message, session.replies_to(message.ref), pepper, case_id)


def _replies(
    message: InboundMessage, replies: Sequence[Outgoing], pepper: bytes, case_id: str | None
) -> Iterator[OutboundMessage]:
    for count, reply in enumerate(replies):
        yield OutboundMessage(
            id=name(pepper, "reply", message.ref, count),
            at=message.at,
            group=message.sender.group,
            to=ToSender(message.sender.address),
            content=reply,
            case_id=case_id,
        )
