"""What the rooms need of the world, named by role. Adapters live in satark.aws and satark.whatsapp.

Every port may raise its technology's own errors; a handler lets them through, and the queue or
stream delivers again. Errors that a caller decides on are named here.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from satark.case import CaseEvent
from satark.delivery import Ending, Intent
from satark.evidence import CaseShelf, Shelf
from satark.filing import Addition, Filing, SessionRecord
from satark.identity import Handle, MessageRef, OwnerTag, SealedAddress, SenderId
from satark.labels import By, ToLabel
from satark.message import (
    DeliveryStatus,
    Errand,
    InboundMessage,
    Media,
    OutboundMessage,
    Outgoing,
)
from satark.roster import Officer
from satark.standing import CaseHead, Standing
from satark.tip import Evidence


class Conflicted(Exception):
    """Somebody else wrote first: read again, decide again."""


class MediaUnavailable(Exception):
    """The file could not be fetched now. Deliver the message again later."""


class MediaGone(Exception):
    """The file can never be fetched again."""


class IdentityKeys(Protocol):
    """The door's keys on one line: it can recognise and seal a sender, and never open again."""

    def mac(self, sender: SenderId) -> bytes: ...

    def seal(self, sender: SenderId) -> SealedAddress: ...


class AddressOpener(Protocol):
    """The courier's key: the only way from a sealed address back to a sender id."""

    def open(self, address: SealedAddress) -> SenderId: ...


class LabelsLine(Protocol):
    """A queue of events whose files are to be labelled; one is accepted once in five minutes."""

    def put(self, asked: Iterable[ToLabel]) -> None: ...


class Labeller(Protocol):
    """Says of a file what it shows or says, as ids of the range's signals: satark.rating.raised."""

    @property
    def by(self) -> By: ...

    def labels(self, case_id: str, item: Evidence) -> tuple[str, ...] | None:
        """None: they come later."""
        ...


class Eye(Protocol):
    """A machine that looks at pictures."""

    def sees(self, item: Evidence) -> Sequence[str]:
        """The names of what is shown; none for what it cannot read."""
        ...


class Ear(Protocol):
    """A machine that listens to recordings, and tells when it has."""

    def listens(self, hearing: str, item: Evidence) -> bool:
        """Begin, once for one `hearing`. False for what it cannot listen to."""
        ...

    def heard(self, hearing: str) -> str:
        """All that was said."""
        ...

    def forget(self, hearing: str) -> None:
        """What was said, and that it ever listened."""
        ...


class AddressRewrapper(Protocol):
    """Seals again under the present key what a former one sealed, and sees nothing of it."""

    @property
    def present(self) -> str:
        """The present key's id, with which each address under it begins."""
        ...

    def rewrapped(self, address: SealedAddress) -> SealedAddress | None:
        """None: it is under neither key."""
        ...


class Line(Protocol):
    """A queue of inbound messages, in order within a sender's group."""

    def put(self, messages: Iterable[InboundMessage | DeliveryStatus]) -> None: ...


class Outbox(Protocol):
    """A courier's queue, in order within `group`; one `id` is accepted once in five minutes."""

    def put(self, messages: Iterable[OutboundMessage | DeliveryStatus | Errand]) -> None: ...


class CaseLedger(Protocol):
    """What happened in each case."""

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        """All events in order; empty for a case that does not exist."""
        ...


class FiledCases(CaseLedger, Protocol):
    def filed(
        self, district: str, category: str, *, since: datetime, until: datetime
    ) -> Sequence[str]:
        """The ids of the cases filed there and then, the latest first; no more than twenty."""
        ...


class CaseStore(CaseLedger, Protocol):
    def append(self, event: CaseEvent, standing: Standing) -> None:
        """`standing` is the case's with this event. Raises Conflicted unless its seq is next."""
        ...


class DueCases(Protocol):
    """Which cases are to be looked at, without a look into any."""

    def due(self, now: datetime) -> Iterator[str]:
        """The ids of those whose time has come; one may since have gone on."""
        ...


class CaseHeads(Protocol):
    """As much of a case as its tipster may hear, without anything of its content."""

    def head(self, case_id: str) -> CaseHead | None: ...

    def asked(self, question_id: str) -> str | None:
        """The id of the case in which the OfficerAsked event with this id stands."""
        ...

    def rated(self, case_id: str) -> bool:
        """Whether the tipster has said already how far it helped."""
        ...

    def protected(self, case_id: str) -> bool:
        """Whether the files of this case lie under a key of their own."""
        ...


class Receipts(Protocol):
    def case_of(self, receipt_key: str) -> str | None:
        """The case id under this keyed digest of a receipt code, while it is held."""
        ...


class SessionStore(Protocol):
    """Unfinished conversations with tipsters, by a key that only the flow can derive."""

    def load(self, key: str) -> SessionRecord | None:
        """What was written last. A record may still be given after it has expired."""
        ...

    def commit(
        self, key: str, record: SessionRecord, change: Filing | Addition | None = None
    ) -> None:
        """Write the session and, in the same transaction, a filed tip or what is added to one.

        Raises Conflicted, having written nothing, unless the stored version is `record.version`
        less one (none is stored for version 1), or where the case, handle or receipt exists, or
        has gone on meanwhile.
        """
        ...


class Desks(Protocol):
    """What each officer is in the middle of."""

    def load(self, officer_id: str) -> SessionRecord | None:
        """What was written last. A record may still be given after it has expired."""
        ...

    def keep(self, officer_id: str, record: SessionRecord) -> None:
        """Raises Conflicted as SessionStore.commit does."""
        ...


class AddressVault(Protocol):
    """Sealed reply addresses by a tip's handle, with the time of the tipster's last message."""

    def find(self, handle: Handle) -> tuple[SealedAddress, datetime] | None: ...

    def tag(self, handle: Handle) -> OwnerTag | None: ...

    def forget(self, handle: Handle) -> None: ...

    def let_go(self, handle: Handle, until: datetime) -> None:
        """Keep this address until then, unless it ends before or is forgotten."""
        ...

    def under_another(self, key: str) -> Iterable[tuple[Handle, SealedAddress]]:
        """Those not under the key with this id. Where one has expired, it is forgotten instead."""
        ...

    def exchange(self, handle: Handle, address: SealedAddress, anew: SealedAddress) -> None:
        """Put the one in the other's place, where that still is."""
        ...

    def forget_all_of(self, owner: str, until: datetime) -> None:
        """Every address whose tag names this owner, of the tips filed until then."""
        ...


class Blocks(Protocol):
    """Of whom no new tip is taken, by the tags of one tip's address, each for a time."""

    def keep(self, handle: Handle, tag: OwnerTag, until: datetime) -> None: ...

    def lift(self, handle: Handle) -> None: ...

    def until(self, owner: str) -> datetime | None:
        """The end of the longest block whose tag names this owner, if one lasts still."""
        ...


class Roster(Protocol):
    """Who serves where. Numbers are sealed; only the officers' courier opens them."""

    def holding(self, office: str) -> Sequence[Officer]:
        """Everyone in service at this office, in the order of the roster."""
        ...

    def officer(self, officer_id: str) -> Officer | None: ...

    def by_pseudonym(self, pseudonym: str) -> Officer | None: ...

    def address(self, officer_id: str) -> SealedAddress | None: ...

    def seen(self, officer_id: str, at: datetime) -> None:
        """An officer wrote at this time, which opens the window for 24 hours."""
        ...

    def trust(self, officer_id: str, identity_key: str) -> None:
        """The phone and SIM from which an officer writes, where none is known yet."""
        ...

    def doubt(self, officer_id: str, at: datetime) -> None:
        """Suspend an officer whose phone, SIM or number changed then; once for each change."""
        ...

    def vouch(self, officer_id: str, at: datetime) -> bool:
        """Lift what the change at this time brought about; False if another came after it.

        Whatever phone the officer writes from next is trusted.
        """
        ...


class SentMessages(Protocol):
    """The messages that a courier has sent."""

    def by_ref(self, ref: MessageRef) -> Intent | None: ...


class Deliveries(SentMessages, Protocol):
    """What a courier meant to send and what became of it."""

    def begin(self, intent: Intent) -> Intent:
        """Write the intent before the send, and give this very object; where one exists, that."""
        ...

    def withdraw(self, intent_id: str) -> None:
        """The send certainly did not happen: let the next attempt begin anew."""
        ...

    def sent(self, intent_id: str, ref: MessageRef, at: datetime) -> None: ...

    def ended(self, intent_id: str, state: Ending, at: datetime, error: int | None = None) -> None:
        """Nothing was sent, and nothing will be."""
        ...

    def progress(self, status: DeliveryStatus) -> Intent | None:
        """Note a status; give the intent that it belongs to, if it is one of ours."""
        ...

    def about(self, officer_id: str) -> Sequence[str]:
        """The case ids that this officer was told of, latest first."""
        ...


class Messenger(Protocol):
    """Sends one message to one person over WhatsApp."""

    def send(self, to: SenderId, content: Outgoing, *, intent: str) -> MessageRef:
        """Raises SendFailed with Meta's code, and SendUnanswered (satark.whatsapp.errors)."""
        ...


class MediaSource(Protocol):
    def fetch(self, media: Media, destination: Path, *, limit: int) -> None:
        """Stream the bytes to a file. Raises MediaUnavailable, MediaGone."""
        ...


class EvidenceStore(Protocol):
    """Files under random keys, encrypted. There is no way to list them."""

    def keep(self, source: Path, *, mime: str, shelf: Shelf) -> str:
        """Store the file, give its key."""
        ...


class DraftFiles(Protocol):
    """Files of tips that are not filed yet."""

    def file(self, key: str, shelf: CaseShelf) -> str:
        """Copy one to where the files of its case lie; give its key there, the same each time."""
        ...

    def drop(self, keys: Collection[str]) -> None:
        """Delete them, those that are gone already, too."""
        ...


class EvidenceLinks(Protocol):
    def link(self, key: str, lives: timedelta) -> str:
        """An address at which whoever has it can read this one file, for so long."""
        ...


class EvidenceReader(Protocol):
    def opened(self, key: str) -> AbstractContextManager[Path]:
        """A temporary copy, gone at exit."""
        ...


class Lake(Protocol):
    """Objects by key; a day's Parquet is replaced only as it was read."""

    def keys(self, prefix: str) -> Sequence[str]: ...

    def fetch(self, key: str, destination: Path) -> str | None:
        """Write the object to the file. Gives its version, or None where there is none."""
        ...

    def put(self, key: str, body: bytes) -> None: ...

    def replace(self, key: str, source: Path, version: str | None) -> None:
        """Raises Conflicted unless the object is of this version, or absent for None."""
        ...

    def remove(self, keys: Sequence[str]) -> None: ...


class Seals(Protocol):
    """Objects that nobody can change or delete before their time."""

    def put(self, key: str, body: bytes) -> None: ...


class Mailer(Protocol):
    def send(self, message: bytes, *, sender: str, to: Sequence[str]) -> None:
        """A whole message, as RFC 5322 has it, to the addresses of an office."""
        ...


class Mailings(Protocol):
    """Which reports went out, each under a name."""

    def begin(self, mailing: str, *, at: datetime, stale: datetime) -> bool:
        """Whether it is ours to send: nobody has sent it, or begun to since `stale`."""
        ...

    def sent(self, mailing: str) -> None: ...

    def withdraw(self, mailing: str) -> None:
        """It was certainly not sent: let the next run begin anew."""
        ...
