"""A tipster who has filed a tip, and what WhatsApp would let them quote of ours."""

from functions.flow.session import Session, wire
from satark.case import CaseEvent, Happening
from satark.delivery import Intent
from satark.identity import MessageRef
from satark.message import Ask, AskLocation, OutboundMessage, Outgoing, Say, Tap, Text
from satark.standing import CaseHead
from tests.fakes import DeliveryBook
from tests.unit.flow.phone import NOON, FakeSessions, Phone
from tests.unit.flow.test_road import walk_to_review

UPDATE = MessageRef("our update")
OFFICER = "thana:ghazipur/zamania#1"


def files(tipster: Phone, *, language: str = "hi") -> str:
    """Gives the receipt's code, as the tipster reads it."""
    walk_to_review(tipster, language=language)
    (receipt,) = tipster.taps("send")
    assert isinstance(receipt, Say)
    return receipt.body.split("*")[1]


def body(replies: tuple[Outgoing, ...]) -> str:
    """Of the one bubble that came."""
    (reply,) = replies
    assert isinstance(reply, Say | Ask | AskLocation)
    return reply.body


def case_of(sessions: FakeSessions) -> str:
    """Of the tip filed last."""
    return sessions.filings[-1].event.case_id


def head(sessions: FakeSessions) -> CaseHead:
    found = sessions.head(case_of(sessions))
    assert found
    return found


def officer(sessions: FakeSessions, what: Happening) -> CaseEvent:
    return sessions.goes_on(case_of(sessions), what)


def updated(sessions: FakeSessions, deliveries: DeliveryBook, ref: MessageRef = UPDATE) -> None:
    """The courier has told the tipster of the tip filed last, in this message."""
    deliveries.begin(Intent(f"intent of {ref}", NOON, case_id=case_of(sessions)))
    deliveries.sent(f"intent of {ref}", ref, NOON)


def session_of(phone: Phone, sessions: FakeSessions) -> Session:
    """The session of this phone, whose ref was heard last."""
    assert phone.last
    ref = phone.last.ref
    found = (wire.load(record.text) for record in sessions.values())
    return next(session for session in found if session.has_heard(ref))


def quoting(phone: Phone, words: str, ref: MessageRef = UPDATE) -> tuple[Outgoing, ...]:
    return phone.sends(Text(words), quotes=ref)


def presses(phone: Phone, tap: str, title: str = "") -> tuple[Outgoing, ...]:
    """A button under an update."""
    return phone.sends(Tap(tap, title), quotes=UPDATE)


def sent(phone: Phone) -> list[OutboundMessage]:
    return [each for each in phone.outbox.everything if isinstance(each, OutboundMessage)]
