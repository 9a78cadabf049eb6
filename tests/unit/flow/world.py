"""All the states that a conversation can reach, by trying every kind of message in each of them.

Driven without the stores around it: the machine alone, and a case for it to come back to. Two
sessions are in one state when the same is asked in the same language with the same taps below it.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.flow.finding import Finder
from functions.flow.machine import Known, advance, takes_file
from functions.flow.naming import references
from functions.flow.outcome import Outcome
from functions.flow.road import current
from functions.flow.session import Session
from satark.identity import MessageRef, SealedAddress, Sender
from satark.message import Ask, Content, InboundMessage, Media, Option, Tap, Text
from satark.police_range.model import PoliceRange
from satark.tip import Evidence
from tests.fakes import DeliveryBook
from tests.unit.flow.phone import NOON, FakeSessions

if TYPE_CHECKING:
    from collections.abc import Iterator

PEPPER = b"pepper"
SENDER = Sender("a tipster", "group", SealedAddress("sealed"))

type State = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """A message, the state and session in which it came, and what it came to."""

    name: str
    message: InboundMessage
    before: Session
    outcome: Outcome


@dataclass
class World:
    """`sessions` and `deliveries` hold the case of a tip that was filed."""

    police_range: PoliceRange
    sessions: FakeSessions
    deliveries: DeliveryBook
    evidence: Evidence
    sent: int = 0
    reached: dict[State, Session] = field(default_factory=dict)
    steps: list[Sent] = field(default_factory=list)

    def tries(
        self, session: Session, content: Content, quotes: MessageRef | None = None, name: str = ""
    ) -> Sent:
        self.sent += 1
        at = max((heard.at for heard in session.heard), default=NOON) + timedelta(minutes=1)
        message = InboundMessage(MessageRef(f"m{self.sent}"), at, SENDER, content, quotes)
        finder = Finder(self.sessions, self.sessions, self.deliveries, PEPPER)
        named = finder.find(references(session, message, self.police_range))
        fetched = isinstance(content, Media) and takes_file(
            session, message, self.police_range, named
        )
        known = Known(named, self.evidence if fetched else None)
        seed = str(self.sent).encode()
        outcome = advance(session, message, self.police_range, known, seed=seed)
        return Sent(name, message, session, outcome)

    def explore(self, inputs: dict[str, tuple[Content, MessageRef | None]]) -> "Iterator[Sent]":
        """Each of these messages, and every tap below the last bubble, in every state."""
        waiting = deque([Session()])
        self.reached[self.state(Session(), ())] = Session()
        while waiting:
            session = waiting.popleft()
            for name, (content, quotes) in (inputs | taps(session)).items():
                step = self.tries(session, content, quotes, name)
                yield step
                after = step.outcome.session
                state = self.state(after, options(after))
                if state not in self.reached:
                    self.reached[state] = after
                    waiting.append(after)

    def state(self, session: Session, shown: tuple[Option, ...]) -> State:
        """What was heard long ago, and all that was told, makes no difference but to its size."""
        draft, matter = session.draft, session.matter
        return (
            draft and current(self.police_range, draft).key,
            draft and draft.language,
            draft and draft.page,
            matter and (matter.adding, matter.language, bool(matter.answers)),
            tuple(option.id for option in shown),
        )


def options(session: Session) -> tuple[Option, ...]:
    asked = session.replies[-1] if session.replies else None
    return asked.options if isinstance(asked, Ask) else ()


def taps(session: Session) -> dict[str, tuple[Content, MessageRef | None]]:
    return {f"tap {option.id}": (Tap(option.id, option.title), None) for option in options(session)}


def text(words: str) -> tuple[Content, MessageRef | None]:
    return Text(words), None
