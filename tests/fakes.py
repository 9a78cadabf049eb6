"""The ports as plain collections, which behave as the adapters do."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from satark.case import Case, CaseEvent
from satark.deadline import standing
from satark.delivery import Ending, Intent
from satark.evidence import CaseShelf, Shelf
from satark.filing import SessionRecord
from satark.identity import Handle, MessageRef, OwnerTag, SealedAddress
from satark.labels import ToLabel
from satark.message import DeliveryStatus, Errand, Media, OutboundMessage
from satark.ports import Conflicted
from satark.roster import Officer
from satark.standing import Standing
from satark.tip import Evidence
from tests.samples import varanasi


@dataclass
class Ledger:
    """A CaseStore. `before_append` runs once before the next write, as somebody else's would."""

    by_case: dict[str, list[CaseEvent]] = field(default_factory=dict)
    before_append: Callable[[], None] | None = None

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        return tuple(self.by_case.get(case_id, ()))

    def append(self, event: CaseEvent, told: Standing) -> None:
        interruption, self.before_append = self.before_append, None
        if interruption:
            interruption()
        events = self.by_case.setdefault(event.case_id, [])
        if event.seq != len(events) + 1:
            raise Conflicted
        events.append(event)
        assert told == standing(Case.of(events), varanasi())

    def filed(
        self, district: str, category: str, *, since: datetime, until: datetime
    ) -> Sequence[str]:
        tips = {case_id: Case.of(events).tip for case_id, events in self.by_case.items()}
        there = [
            (tip.filed_at, case_id)
            for case_id, tip in tips.items()
            if (tip.district, tip.category) == (district, category)
            if since <= tip.filed_at <= until
        ]
        return [case_id for _, case_id in sorted(there, reverse=True)][:20]

    def add(self, event: CaseEvent) -> None:
        """Append, with the standing that follows."""
        case = Case.of([*self.by_case.get(event.case_id, ()), event])
        self.append(event, standing(case, varanasi()))

    def __iter__(self) -> Iterator[CaseEvent]:
        return (event for events in self.by_case.values() for event in events)


@dataclass
class RosterList:
    """A Roster. An officer's pseudonym is `p-<id>`, the sealed address `sealed-<id>`."""

    officers: list[Officer]

    def holding(self, office: str) -> Sequence[Officer]:
        serving = (officer for officer in self.officers if not officer.suspended)
        return [officer for officer in serving if officer.office == office]

    def officer(self, officer_id: str) -> Officer | None:
        return next((found for found in self.officers if found.id == officer_id), None)

    def by_pseudonym(self, pseudonym: str) -> Officer | None:
        return next((found for found in self.officers if f"p-{found.id}" == pseudonym), None)

    def address(self, officer_id: str) -> SealedAddress | None:
        return SealedAddress(f"sealed-{officer_id}") if self.officer(officer_id) else None

    def seen(self, officer_id: str, at: datetime) -> None:
        if found := self.officer(officer_id):
            self._replace(replace(found, seen_at=max(at, found.seen_at or at)))

    def trust(self, officer_id: str, identity_key: str) -> None:
        found = self.officer(officer_id)
        if found and found.identity_key is None:
            self._replace(replace(found, identity_key=identity_key))

    def doubt(self, officer_id: str, at: datetime) -> None:
        found = self.officer(officer_id)
        if found and (found.changed_at is None or found.changed_at < at):
            self._replace(replace(found, suspended=True, changed_at=at))

    def vouch(self, officer_id: str, at: datetime) -> bool:
        found = self.officer(officer_id)
        if found is None or found.changed_at != at:
            return False
        self._replace(replace(found, suspended=False, identity_key=None))
        return True

    def _replace(self, officer: Officer) -> None:
        self.officers = [officer if found.id == officer.id else found for found in self.officers]


@dataclass
class BlockList:
    """Blocks. An owner's are looked up in the tags, as the adapter does."""

    items: dict[Handle, tuple[OwnerTag, datetime]] = field(default_factory=dict)
    lookups: int = 0

    def keep(self, handle: Handle, tag: OwnerTag, until: datetime) -> None:
        self.items[handle] = tag, until

    def lift(self, handle: Handle) -> None:
        self.items.pop(handle, None)

    def until(self, owner: str) -> datetime | None:
        self.lookups += 1
        ends = (end for tag, end in self.items.values() if tag.names(owner))
        return max(ends, default=None)


@dataclass
class DeliveryBook:
    """Deliveries."""

    intents: dict[str, Intent] = field(default_factory=dict)
    refs: dict[MessageRef, str] = field(default_factory=dict)

    def begin(self, intent: Intent) -> Intent:
        return self.intents.setdefault(intent.id, intent)

    def withdraw(self, intent_id: str) -> None:
        self.intents.pop(intent_id, None)

    def sent(self, intent_id: str, ref: MessageRef, at: datetime) -> None:
        self.refs[ref] = intent_id
        self.intents[intent_id] = replace(self.intents[intent_id], state="sent")

    def ended(self, intent_id: str, state: Ending, at: datetime, error: int | None = None) -> None:
        self.intents[intent_id] = replace(self.intents[intent_id], state=state, error=error)

    def progress(self, status: DeliveryStatus) -> Intent | None:
        intent = self.intents.get(status.intent or self.refs.get(status.ref, ""))
        if intent is not None:
            intent = replace(intent, state=status.state, error=status.error)
            self.intents[intent.id] = intent
        return intent

    def by_ref(self, ref: MessageRef) -> Intent | None:
        return self.intents.get(self.refs.get(ref, ""))

    def about(self, officer_id: str) -> Sequence[str]:
        told = (i for i in self.intents.values() if i.officer_id == officer_id and i.case_id)
        latest_first = sorted(told, key=lambda intent: intent.at, reverse=True)
        return list(dict.fromkeys(str(intent.case_id) for intent in latest_first))


@dataclass
class Drawer:
    """Desks."""

    records: dict[str, SessionRecord] = field(default_factory=dict)

    def load(self, officer_id: str) -> SessionRecord | None:
        return self.records.get(officer_id)

    def keep(self, officer_id: str, record: SessionRecord) -> None:
        before = self.records.get(officer_id)
        if record.version != (before.version if before else 0) + 1:
            raise Conflicted
        self.records[officer_id] = record


@dataclass
class OutboxList:
    """An Outbox. `accepted` is what a courier gets: one id is taken once."""

    everything: list[OutboundMessage | DeliveryStatus | Errand] = field(default_factory=list)

    def put(self, messages: Iterable[OutboundMessage | DeliveryStatus | Errand]) -> None:
        self.everything.extend(messages)

    @property
    def accepted(self) -> list[OutboundMessage]:
        messages = (found for found in self.everything if isinstance(found, OutboundMessage))
        return list({message.id: message for message in messages}.values())


@dataclass
class LabelsList:
    """A LabelsLine."""

    asked: list[ToLabel] = field(default_factory=list)

    def put(self, asked: Iterable[ToLabel]) -> None:
        self.asked.extend(asked)


@dataclass
class IntakeFake:
    """Keeps every file, unless `state` or `error` say otherwise; counts what it fetched.

    `drafts` are the keys of the files that lie with a draft, `filed` those of their copies.
    """

    state: Literal["kept", "quarantined", "lost"] = "kept"
    error: Exception | None = None
    fetched: list[Media] = field(default_factory=list)
    drafts: set[str] = field(default_factory=set)
    filed: list[str] = field(default_factory=list)

    def keep(self, media: Media, *, forwarded: bool = False, shelf: Shelf = "draft") -> Evidence:
        if self.error:
            raise self.error
        self.fetched.append(media)
        kept = Evidence(
            media.media, "lost", caption=media.caption, voice=media.voice, forwarded=forwarded
        )
        if self.state == "lost":
            return kept
        key = f"{shelf if self.state == 'kept' else self.state}/{media.media_id}"
        self.drafts |= {key} if key.startswith("draft/") else set()
        return replace(kept, state=self.state, key=key, mime=media.mime, size=9)

    def file(self, key: str, shelf: CaseShelf) -> str:
        assert key in self.drafts
        self.filed.append(f"{shelf}/{key.removeprefix('draft/')}")
        return self.filed[-1]

    def drop(self, keys: Collection[str]) -> None:
        self.drafts -= set(keys)


@dataclass
class PauseList:
    """Pauses: what was hidden, and for how many seconds."""

    hidden: list[tuple[Sequence[str], int]] = field(default_factory=list)

    def hide(self, receipts: Sequence[str], seconds: int) -> None:
        self.hidden.append((receipts, seconds))
