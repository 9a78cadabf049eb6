"""What the flow remembers of a conversation: what is unfinished, and what it has heard."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from satark import clock_face
from satark.identity import MessageRef
from satark.message import Outgoing
from satark.tip import Evidence, Place
from satark.wire import Wire

REMEMBERED_FOR = timedelta(days=8)  # Meta delivers a webhook again for up to seven days
REMEMBERED_AT_MOST = 200
OPEN_FOR = timedelta(minutes=60)
"""So long a filed tip stays open for more without a word from its tipster."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The tipster's own words, with the message that they came in."""

    ref: MessageRef
    words: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file of the tipster's, with the message that it came in, and its time."""

    ref: MessageRef
    evidence: Evidence
    at: datetime


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Draft:
    """A tip in the making.

    `settled` are the keys of the positions that the tipster has been through: the conversation
    stands at the first that is not among them. `choices` are the answers to menus and to the
    category's questions, by the position's key. `spoken_place` is the voice note that tells the
    place. `page`, `offered`: the page that a list was turned to just now, thanas that may be meant.
    `thanked_at`: when a file was last thanked for. `puzzled`: how many answers in a row were none.
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
    puzzled: int = 0

    @property
    def contributions(self) -> int:
        return len(self.statements) + len(self.exhibits)

    def settling(self, key: str) -> "Draft":
        """The draft past this position, with nothing turned or offered any more."""
        settled = self.settled if key in self.settled else (*self.settled, key)
        return replace(self, settled=settled, page=None, offered=(), puzzled=0)

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
class Matter:
    """A filed tip that its tipster came back to; forgotten with the last word on it.

    `at` is the time of the latest word. While `adding`, whatever comes is added to the case, and
    answers the question `answers`, if one was asked; else it was only offered. `language` is None
    while it is not known. `added` counts what was.
    """

    case_id: str
    at: datetime
    language: str | None = None
    adding: bool = False
    answers: str | None = None
    added: int = 0
    thanked_at: datetime | None = None


Pace = Literal["silent", "again", "on"]
"""How a message was answered: not at all; where the conversation stood before; or further on."""


@dataclass(frozen=True, slots=True)
class Heard:
    ref: MessageRef
    at: datetime
    pace: Pace = "silent"


@dataclass(frozen=True, slots=True)
class Today:
    """How many tips were filed on this day; the first message of another day forgets it."""

    day: str
    tips: int


@dataclass(frozen=True, slots=True)
class Session:
    """`replies` are those to the message heard last: the next waits until they are on their way.

    `misses` are the times of receipt codes that led nowhere. `stopped` is the message by which the
    tipster had all deleted: what was sent before it is not taken any more.
    """

    draft: Draft | None = None
    heard: tuple[Heard, ...] = ()
    replies: tuple[Outgoing, ...] = ()
    matter: Matter | None = None
    misses: tuple[datetime, ...] = ()
    stopped: Heard | None = None
    today: Today | None = None

    def has_heard(self, ref: MessageRef) -> bool:
        return any(heard.ref == ref for heard in self.heard)

    def replies_to(self, ref: MessageRef) -> tuple[Outgoing, ...]:
        return self.replies if self._heard_last(ref) else ()

    def stops_with(self, ref: MessageRef) -> bool:
        """Whether this message had all deleted, and nothing came after it."""
        return self.stopped is not None and self.stopped.ref == ref and self._heard_last(ref)

    def precedes_stop(self, at: datetime) -> bool:
        return self.stopped is not None and at < self.stopped.at

    def filed_on(self, day: str) -> int:
        return self.today.tips if self.today and self.today.day == day else 0

    def filing(self, day: str) -> "Session":
        """With the draft filed."""
        return replace(self, draft=None, today=Today(day, self.filed_on(day) + 1))

    def sent(self) -> "Session":
        """The session once its replies are certain to go out."""
        return replace(self, replies=())

    def live_draft(self, at: datetime, idle: timedelta) -> Draft | None:
        """The draft, unless the tipster has been silent for longer than `idle`."""
        touched_at = max((heard.at for heard in self.heard), default=at)
        return self.draft if at - touched_at <= idle else None

    def live_matter(self, at: datetime) -> Matter | None:
        return self.matter if self.matter and at - self.matter.at <= OPEN_FOR else None

    def answers(self, span: timedelta, at: datetime, *, pace: Pace | None = None) -> int:
        """How many messages were answered in this time before, in any way or in this one."""
        recent = (heard.pace for heard in self.heard if at - heard.at < span)
        return sum(found != "silent" and pace in {None, found} for found in recent)

    def hearing(
        self, ref: MessageRef, at: datetime, replies: tuple[Outgoing, ...] = (), pace: Pace = "on"
    ) -> "Session":
        recent = (heard for heard in self.heard if at - heard.at <= REMEMBERED_FOR)
        newest = Heard(ref, at, pace if replies else "silent")
        kept = (*recent, newest)[-REMEMBERED_AT_MOST:]
        today = self.today if self.filed_on(clock_face.day(at)) else None
        return replace(self, heard=kept, replies=replies, today=today)

    def expires(self, at: datetime, idle: timedelta) -> datetime:
        """When the store may drop it: what is unfinished takes the memory of messages along."""
        unfinished = self.draft is not None or self.matter is not None
        return at + (idle if unfinished else REMEMBERED_FOR)

    def _heard_last(self, ref: MessageRef) -> bool:
        return bool(self.heard) and self.heard[-1].ref == ref


wire: Wire[Session] = Wire(Session)
