"""What the flow remembers of a conversation: an unfinished tip, and which messages it has heard."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from satark.identity import MessageRef
from satark.message import Outgoing
from satark.tip import Evidence, Place
from satark.wire import Wire

REMEMBERED_FOR = timedelta(days=8)  # Meta delivers a webhook again for up to seven days
REMEMBERED_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Statement:
    """The tipster's own words, with the message that they came in."""

    ref: MessageRef
    words: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file of the tipster's, with the message that it came in."""

    ref: MessageRef
    evidence: Evidence


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Draft:
    """A tip in the making.

    `settled` are the keys of the positions that the tipster has been through: the conversation
    stands at the first that is not among them. `choices` are the answers to menus and to the
    category's questions, by the position's key. `spoken_place` is the voice note that tells the
    place. `page` and `offered` are what the current question shows just now: the page that a list
    was turned to, and thanas that may be meant. `thanked_at` is the time of the latest file for
    which the tipster was thanked.
    """

    language: str | None = None
    settled: tuple[str, ...] = ()
    category: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    district: str | None = None
    thana: str | None = None
    place: Place = _NOWHERE
    spoken_place: MessageRef | None = None
    statements: tuple[Statement, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    page: int | None = None
    offered: tuple[str, ...] = ()
    thanked_at: datetime | None = None

    @property
    def contributions(self) -> int:
        return len(self.statements) + len(self.exhibits)

    def settling(self, key: str) -> "Draft":
        """The draft past this position, with nothing turned or offered any more."""
        settled = self.settled if key in self.settled else (*self.settled, key)
        return replace(self, settled=settled, page=None, offered=())

    def reopening(self, *keys: str) -> "Draft":
        settled = tuple(key for key in self.settled if key not in keys)
        return replace(self, settled=settled, page=None, offered=())

    def answering(self, key: str, choice: str) -> "Draft":
        return replace(self, choices=(*self._choices_but(key), (key, choice)))

    def forgetting(self, *keys: str) -> "Draft":
        """These positions are open again, and without an answer."""
        return replace(self.reopening(*keys), choices=self._choices_but(*keys))

    def choice(self, key: str) -> str | None:
        return dict(self.choices).get(key)

    def _choices_but(self, *keys: str) -> tuple[tuple[str, str], ...]:
        return tuple((key, choice) for key, choice in self.choices if key not in keys)


@dataclass(frozen=True, slots=True)
class Heard:
    ref: MessageRef
    at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """`replies` are those to the message heard last.

    An earlier message's need no keeping: a sender's next message is handled only once they are on
    their way.
    """

    draft: Draft | None = None
    heard: tuple[Heard, ...] = ()
    replies: tuple[Outgoing, ...] = ()

    def has_heard(self, ref: MessageRef) -> bool:
        return any(heard.ref == ref for heard in self.heard)

    def replies_to(self, ref: MessageRef) -> tuple[Outgoing, ...]:
        return self.replies if self.heard and self.heard[-1].ref == ref else ()

    def sent(self) -> "Session":
        """The session once its replies are certain to go out."""
        return replace(self, replies=())

    def live_draft(self, at: datetime, idle: timedelta) -> Draft | None:
        """The draft, unless the tipster has been silent for longer than `idle`."""
        touched_at = max((heard.at for heard in self.heard), default=at)
        return self.draft if at - touched_at <= idle else None

    def hearing(
        self, ref: MessageRef, at: datetime, *, draft: Draft | None, replies: tuple[Outgoing, ...]
    ) -> "Session":
        recent = (heard for heard in self.heard if at - heard.at <= REMEMBERED_FOR)
        heard = (*recent, Heard(ref, at))[-REMEMBERED_AT_MOST:]
        return Session(draft, heard, replies)

    def expires(self, at: datetime, idle: timedelta) -> datetime:
        """When the store may drop it: a draft takes the memory of its messages along."""
        return at + (REMEMBERED_FOR if self.draft is None else idle)


wire: Wire[Session] = Wire(Session)
