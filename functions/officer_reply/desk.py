"""Takes what arrives on the officers' line: writes it to its case first, then answers.

What an officer is in the middle of is written after the case and before the reply is sent, and
with it the reply: so a message that comes again changes nothing and is answered as before.
"""

from dataclasses import dataclass

from functions.officer_reply.files import Files
from functions.officer_reply.memory import REMEMBERED_FOR, Memory, wire
from functions.officer_reply.progress import progressed
from functions.officer_reply.reading import Remark, read
from functions.officer_reply.replies import to_stranger, to_suspended
from functions.officer_reply.serving import Serving
from functions.officer_reply.vouching import strange, told
from satark import log
from satark.command.recording import Cause, record_once
from satark.command.request import Request
from satark.filing import SessionRecord
from satark.message import DeliveryStatus, IdentityChanged, InboundMessage, OutboundMessage
from satark.ports import Desks, Outbox
from satark.roster import Officer


@dataclass(frozen=True, slots=True)
class Desk:
    files: Files
    desks: Desks
    outbox: Outbox

    def take(self, arrived: InboundMessage | DeliveryStatus) -> None:
        """Safe to repeat. Raises Conflicted, MediaUnavailable, and whatever a port raises."""
        match arrived:
            case DeliveryStatus():
                self._follow(arrived)
            case InboundMessage():
                self.outbox.put(self._answer(arrived))

    def _follow(self, status: DeliveryStatus) -> None:
        intent = self.files.deliveries.progress(status)
        if intent and intent.officer_id and status.identity_key:
            self._check(intent.officer_id, status)
        if intent is None or intent.case_id is None:
            return
        cause = Cause.of(intent.id, status.state, at=status.at)
        record_once(
            self.files.cases,
            self.files.police_range,
            intent.case_id,
            cause,
            lambda case, _: progressed(case, intent, status),
        )

    def _check(self, officer_id: str, status: DeliveryStatus) -> None:
        """A message of ours reached a phone or SIM that is not the officer's."""
        officer = self.files.roster.officer(officer_id)
        if officer and strange(officer, status.identity_key):
            self.outbox.put(self._doubt(officer, status))

    def _answer(self, message: InboundMessage) -> tuple[OutboundMessage, ...]:
        police_range, roster = self.files.police_range, self.files.roster
        officer = roster.by_pseudonym(message.sender.pseudonym)
        if officer and _announces(message):
            return self._doubt(officer, message)
        if officer and strange(officer, message.identity_key):
            return *self._doubt(officer, message), to_suspended(message, officer, police_range)
        request = read(message.content, police_range)
        if officer and not officer.suspended:
            self._see(officer, message)
        if request == "silence":
            return ()
        if officer is None:
            return (to_stranger(message, police_range),)
        if officer.suspended:
            return (to_suspended(message, officer, police_range),)
        return self._serve(officer, message, request)

    def _see(self, officer: Officer, message: InboundMessage) -> None:
        self.files.roster.seen(officer.id, message.at)
        if message.identity_key and officer.identity_key is None:
            self.files.roster.trust(officer.id, message.identity_key)

    def _doubt(
        self, officer: Officer, message: InboundMessage | DeliveryStatus
    ) -> tuple[OutboundMessage, ...]:
        """Nobody's word, so it opens no window. Said again after the answer, it asks nothing."""
        roster = self.files.roster
        if not officer.suspended or _announces(message):
            roster.doubt(officer.id, message.at)
        doubted = roster.officer(officer.id)
        if doubted is None or not doubted.suspended or doubted.changed_at != message.at:
            return ()
        asked = tuple(told(message, doubted, roster, self.files.police_range))
        log.warning("officer_suspended", count=len(asked))
        return asked

    def _serve(
        self, officer: Officer, message: InboundMessage, request: Request | Remark
    ) -> tuple[OutboundMessage, ...]:
        record = self.desks.load(officer.id)
        memory = wire.load(record.text) if record else Memory()
        if memory.has_heard(message.ref):
            return memory.replies_to(message.ref)
        turn = Serving.of(message, officer, memory.at(message.at), self.files).turn(request)
        after = turn.memory.hearing(message, turn.replies)
        version = record.version + 1 if record else 1
        kept = SessionRecord(wire.dump(after), version, message.at + REMEMBERED_FOR)
        self.desks.keep(officer.id, kept)
        return turn.replies


def _announces(arrived: InboundMessage | DeliveryStatus) -> bool:
    """Whether WhatsApp itself tells of another phone, SIM or number."""
    return isinstance(arrived, InboundMessage) and isinstance(arrived.content, IdentityChanged)
