"""One message of a tipster, from the line to the outbox.

Written first, then sent: the session keeps the replies until they are on the outbox, so that a
message which is delivered again gets the same replies under the same ids, and changes nothing.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from functions.flow.filing import Filed
from functions.flow.machine import Outcome, advance, takes_file
from functions.flow.session import Session, wire
from satark.case import CaseEvent, TipFiled
from satark.filing import Filing, SessionRecord
from satark.identity import keyed_digest
from satark.message import InboundMessage, Media, OutboundMessage, Outgoing, ToSender
from satark.police_range.model import PoliceRange
from satark.ports import Conflicted, MediaUnavailable, Outbox, SessionStore
from satark.tip import Evidence

_ATTEMPTS = 3


class Intake(Protocol):
    def keep(self, media: Media, *, forwarded: bool) -> Evidence:
        """Raises MediaUnavailable where a later attempt may succeed."""
        ...


@dataclass(frozen=True, slots=True)
class Conversation:
    """`seed` gives fresh random bytes; `pepper` is the key that only the flow holds."""

    sessions: SessionStore
    intake: Intake
    outbox: Outbox
    police_range: PoliceRange
    pepper: bytes
    seed: Callable[[], bytes]

    def hear(self, message: InboundMessage, *, last_try: bool = False) -> None:
        """Raises MediaUnavailable while the message's file may still come, unless `last_try`.

        Raises Conflicted where somebody else keeps writing to the same session.
        """
        key = keyed_digest(self.pepper, f"session\0{message.sender.pseudonym}".encode())
        evidence: Evidence | None = None
        for _ in range(_ATTEMPTS):
            session, version = self._load(key)
            if session.has_heard(message.ref):
                return self._send(message, session.replies_to(message.ref))
            evidence = evidence or self._evidence(session, message, last_try=last_try)
            outcome = advance(
                session, message, self.police_range, evidence=evidence, seed=self.seed()
            )
            with suppress(Conflicted):
                return self._settle(key, version, message, outcome)
        raise Conflicted

    def _settle(self, key: str, version: int, message: InboundMessage, outcome: Outcome) -> None:
        filing = self._filing(message, outcome.filed) if outcome.filed else None
        self.sessions.commit(key, self._record(outcome.session, version + 1, message), filing)
        self._send(message, outcome.replies)
        if filing:
            self._forget(key, self._record(outcome.session.sent(), version + 2, message))

    def _forget(self, key: str, record: SessionRecord) -> None:
        """Once the receipt is on its way, nothing shall join this sender to it any more."""
        with suppress(Conflicted):  # then a later message has put its own replies there
            self.sessions.commit(key, record)

    def _load(self, key: str) -> tuple[Session, int]:
        record = self.sessions.load(key)
        return (wire.load(record.text), record.version) if record else (Session(), 0)

    def _record(self, session: Session, version: int, message: InboundMessage) -> SessionRecord:
        idle = timedelta(hours=self.police_range.limits.draft_idle_hours)
        return SessionRecord(wire.dump(session), version, session.expires(message.at, idle))

    def _evidence(
        self, session: Session, message: InboundMessage, *, last_try: bool
    ) -> Evidence | None:
        media = message.content
        if not isinstance(media, Media) or not takes_file(session, message, self.police_range):
            return None
        try:
            return self.intake.keep(media, forwarded=message.forwarded)
        except MediaUnavailable:
            if not last_try:
                raise
        return _lost(media, forwarded=message.forwarded)

    def _filing(self, message: InboundMessage, filed: Filed) -> Filing:
        days = timedelta(days=self.police_range.retention.reply_address_idle)
        event_id = keyed_digest(self.pepper, f"filed\0{message.ref}".encode())
        return Filing(
            event=CaseEvent(
                filed.case_id, 1, event_id, message.at, TipFiled(filed.tip, filed.handle)
            ),
            handle=filed.handle,
            address=message.sender.address,
            opened_at=message.at,
            receipt_key=receipt_key(self.pepper, filed.receipt),
            forgotten_at=message.at + days,
        )

    def _send(self, message: InboundMessage, replies: Sequence[Outgoing]) -> None:
        self.outbox.put(
            self._addressed(message, count, reply) for count, reply in enumerate(replies)
        )

    def _addressed(self, message: InboundMessage, count: int, reply: Outgoing) -> OutboundMessage:
        return OutboundMessage(
            id=keyed_digest(self.pepper, f"reply\0{message.ref}\0{count}".encode()),
            at=message.at,
            group=message.sender.group,
            to=ToSender(message.sender.address),
            content=reply,
        )


def receipt_key(pepper: bytes, code: str) -> str:
    """Under this lies the case; the code itself is the tipster's alone."""
    return keyed_digest(pepper, f"receipt\0{code.replace(' ', '')}".encode())


def _lost(media: Media, *, forwarded: bool) -> Evidence:
    return Evidence(
        media.media,
        "lost",
        reason="unavailable",
        caption=media.caption,
        voice=media.voice,
        forwarded=forwarded,
    )
