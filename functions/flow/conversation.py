"""One message of a tipster, from the line to the outbox.

Written first, then sent: the session keeps the replies until they are on the outbox, so that a
message which is delivered again gets the same replies under the same ids, and changes nothing.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from functions.flow.changes import change
from functions.flow.derived import owner, session_key
from functions.flow.finding import Finder
from functions.flow.machine import Known, advance, takes_file
from functions.flow.naming import Named, references
from functions.flow.outcome import Outcome
from functions.flow.outgoing import outgoing
from functions.flow.session import Session, wire
from functions.flow.shelving import let_go, shelved
from satark.filing import SessionRecord
from satark.message import InboundMessage, Media
from satark.police_range.model import PoliceRange
from satark.ports import (
    Blocks,
    Conflicted,
    DraftFiles,
    MediaUnavailable,
    Outbox,
    SessionStore,
)
from satark.tip import Evidence

_ATTEMPTS = 3


class Intake(DraftFiles, Protocol):
    def keep(self, media: Media, *, forwarded: bool) -> Evidence:
        """Raises MediaUnavailable where a later attempt may succeed."""
        ...


@dataclass(frozen=True, slots=True)
class Conversation:
    """`seed` gives fresh random bytes; `pepper` is the key that only the flow holds."""

    sessions: SessionStore
    finder: Finder
    blocks: Blocks
    intake: Intake
    outbox: Outbox
    police_range: PoliceRange
    pepper: bytes
    seed: Callable[[], bytes]

    def hear(self, message: InboundMessage, *, last_try: bool = False) -> None:
        """Raises MediaUnavailable while the message's file may still come, unless `last_try`.

        Raises Conflicted where somebody else keeps writing to the same session or case.
        """
        key = session_key(self.pepper, message.sender)
        evidence: Evidence | None = None
        for _ in range(_ATTEMPTS):
            session, version = self._load(key)
            if session.has_heard(message.ref):
                return self._send(message, session)
            named = self.finder.find(references(session, message, self.police_range))
            evidence = evidence or self._evidence(session, message, named, last_try=last_try)
            outcome = self._decide(session, message, Known(named, evidence))
            outcome = shelved(outcome, self.intake, self.finder.heads)
            with suppress(Conflicted):
                self._settle(key, version, message, outcome)
                return self.intake.drop(let_go(session, evidence, outcome.session))
        raise Conflicted

    def _decide(self, session: Session, message: InboundMessage, known: Known) -> Outcome:
        """Only what would file a tip is worth a look at who may file none."""
        outcome = advance(session, message, self.police_range, known, seed=self.seed())
        until = self.blocks.until(owner(self.pepper, message.sender)) if outcome.filed else None
        if until is None:
            return outcome
        held = replace(known, blocked_until=until)
        return advance(session, message, self.police_range, held, seed=self.seed())

    def _settle(self, key: str, version: int, message: InboundMessage, outcome: Outcome) -> None:
        written = change(message, outcome, self.pepper, self.police_range)
        self.sessions.commit(key, self._record(outcome.session, version + 1, message), written)
        self._send(message, outcome.session, case_id=written.event.case_id if written else None)
        if outcome.filed:
            self._let_go(key, self._record(outcome.session.sent(), version + 2, message))

    def _let_go(self, key: str, record: SessionRecord) -> None:
        """Once the receipt is on its way, nothing shall join this sender to it any more."""
        with suppress(Conflicted):  # then a later message has put its own replies there
            self.sessions.commit(key, record)

    def _send(self, message: InboundMessage, session: Session, case_id: str | None = None) -> None:
        self.outbox.put(outgoing(message, session, self.pepper, case_id=case_id))

    def _load(self, key: str) -> tuple[Session, int]:
        record = self.sessions.load(key)
        return (wire.load(record.text), record.version) if record else (Session(), 0)

    def _record(self, session: Session, version: int, message: InboundMessage) -> SessionRecord:
        idle = timedelta(hours=self.police_range.limits.draft_idle_hours)
        return SessionRecord(wire.dump(session), version, session.expires(message.at, idle))

    def _evidence(
        self, session: Session, message: InboundMessage, named: Named | None, *, last_try: bool
    ) -> Evidence | None:
        media = message.content
        if not isinstance(media, Media):
            return None
        if not takes_file(session, message, self.police_range, named):
            return None
        try:
            return self.intake.keep(media, forwarded=message.forwarded)
        except MediaUnavailable:
            if not last_try:
                raise
        return _lost(media, forwarded=message.forwarded)


def _lost(media: Media, *, forwarded: bool) -> Evidence:
    return Evidence(
        media.media,
        "lost",
        reason="unavailable",
        caption=media.caption,
        voice=media.voice,
        forwarded=forwarded,
    )
