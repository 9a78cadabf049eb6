"""A tipster's phone against the flow itself, with the world behind it played by collections."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from functions.flow.conversation import Conversation
from satark.case import Case, CaseEvent, Happening, TipExtended, TipFiled, TipsterRated
from satark.deadline import standing
from satark.filing import Addition, Filing, SessionRecord
from satark.identity import MessageRef, SealedAddress, Sender
from satark.message import (
    Ask,
    AskLocation,
    Content,
    DeliveryStatus,
    Errand,
    InboundMessage,
    Option,
    OutboundMessage,
    Outgoing,
    Say,
    Tap,
    Text,
)
from satark.ports import Conflicted
from satark.standing import CaseHead, Standing
from satark.tip import Tip
from tests.fakes import OutboxList
from tests.samples import varanasi

NOON = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


class FakeSessions(dict[str, SessionRecord]):
    """Sessions by key, and the cases that they made: `filings`, and all `events` by case id.

    Stands for the heads and the receipts, too. `races` others write first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.filings: list[Filing] = []
        self.events: dict[str, list[CaseEvent]] = {}
        self.races = 0
        self.lookups = 0

    @property
    def tips(self) -> list[Tip]:
        happenings = [filing.event.what for filing in self.filings]
        return [filed.tip for filed in happenings if isinstance(filed, TipFiled)]

    @property
    def additions(self) -> list[TipExtended]:
        events = [event for events in self.events.values() for event in events]
        return [event.what for event in events if isinstance(event.what, TipExtended)]

    def load(self, key: str) -> SessionRecord | None:
        return self.get(key)

    def commit(
        self, key: str, record: SessionRecord, change: Filing | Addition | None = None
    ) -> None:
        filing = change if isinstance(change, Filing) else None
        if self.races:
            self.races -= 1
            raise Conflicted
        stored = self[key].version if key in self else 0
        taken = {name for filed in self.filings for name in _names(filed)}
        if record.version != stored + 1 or (filing and taken & _names(filing)):
            raise Conflicted
        if change:
            self.happens(change.event)
            assert change.standing == self.standing_of(change.event.case_id)
        self[key] = record
        self.filings += [filing] if filing else []

    def happens(self, event: CaseEvent) -> None:
        """To a case, whoever does it."""
        events = self.events.setdefault(event.case_id, [])
        again = isinstance(event.what, TipsterRated) and self.rated(event.case_id)
        if again or event.seq != len(events) + 1:
            raise Conflicted
        events.append(event)

    def goes_on(self, case_id: str, what: Happening) -> CaseEvent:
        """An officer does this."""
        seq = len(self.events[case_id]) + 1
        event = CaseEvent(case_id, seq, f"{case_id} {seq}", NOON, what)
        self.happens(event)
        return event

    def standing_of(self, case_id: str) -> Standing:
        return standing(Case.of(self.events[case_id]), varanasi())

    def head(self, case_id: str) -> CaseHead | None:
        self.lookups += 1
        events = self.events.get(case_id)
        return CaseHead(case_id, len(events), self.standing_of(case_id), "") if events else None

    def asked(self, question_id: str) -> str | None:
        asked = (event for events in self.events.values() for event in events)
        return next((event.case_id for event in asked if event.id == question_id), None)

    def rated(self, case_id: str) -> bool:
        return any(isinstance(event.what, TipsterRated) for event in self.events[case_id])

    def protected(self, case_id: str) -> bool:
        return any(f.protected for f in self.filings if f.event.case_id == case_id)

    def case_of(self, receipt_key: str) -> str | None:
        self.lookups += 1
        filed = (f for f in self.filings if f.receipt_key == receipt_key)
        return next((filing.event.case_id for filing in filed), None)


def _names(filing: Filing) -> set[str]:
    return {filing.event.case_id, filing.handle, filing.receipt_key}


class BreakableOutbox(OutboxList):
    """While `broken`, as if the process died between the session's write and the send."""

    broken = False

    def put(self, messages: Iterable[OutboundMessage | DeliveryStatus | Errand]) -> None:
        if self.broken:
            raise ConnectionError("the outbox is away")
        super().put(messages)


@dataclass
class Phone:
    """One tipster. Every method sends one message and gives the replies to it."""

    flow: Conversation
    name: str = "a tipster"
    at: datetime = NOON
    refs: Iterator[int] = field(default_factory=count)
    chat: list[Content | Outgoing] = field(default_factory=list)
    last: InboundMessage | None = None

    @property
    def sender(self) -> Sender:
        return Sender(self.name, f"group of {self.name}", SealedAddress(f"sealed {self.name}"))

    def sends(self, content: Content, *, quotes: MessageRef | None = None) -> tuple[Outgoing, ...]:
        self.at += timedelta(seconds=10)
        ref = MessageRef(f"{self.name} {next(self.refs)}")
        return self.delivers(InboundMessage(ref, self.at, self.sender, content, quotes))

    def delivers(self, message: InboundMessage, *, last_try: bool = False) -> tuple[Outgoing, ...]:
        self.last = message
        before = len(self.outbox.everything)
        self.flow.hear(message, last_try=last_try)
        put = self.outbox.everything[before:]
        replies = tuple(sent.content for sent in put if isinstance(sent, OutboundMessage))
        self.chat += [message.content, *replies]
        return replies

    def says(self, words: str) -> tuple[Outgoing, ...]:
        return self.sends(Text(words))

    def taps(self, choice: str) -> tuple[Outgoing, ...]:
        """Tap the shown option whose id ends in this choice."""
        option = next(o for o in self.options if re.split("[=:]", o.id)[-1] == choice)
        return self.sends(Tap(option.id, option.title))

    def waits(self, **span: float) -> None:
        self.at += timedelta(**span)

    @property
    def outbox(self) -> BreakableOutbox:
        assert isinstance(self.flow.outbox, BreakableOutbox)
        return self.flow.outbox

    @property
    def shown(self) -> Say | Ask | AskLocation:
        """The latest bubble of ours."""
        return next(b for b in reversed(self.chat) if isinstance(b, Say | Ask | AskLocation))

    @property
    def options(self) -> tuple[Option, ...]:
        return self.shown.options if isinstance(self.shown, Ask) else ()


def onward(phone: Phone) -> Tap | None:
    """The option that leads on; None at the place, which asks for words."""
    if not phone.options:
        return None
    leading = [o for o in phone.options if not o.id.endswith(("=list", "=back", "=restart"))]
    return Tap(leading[0].id, leading[0].title)
