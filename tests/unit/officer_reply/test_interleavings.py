"""The ledger between two rooms: officers write, the stream tells, anything comes more than once."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from functions.dispatch.dispatcher import Dispatcher
from satark.case import Case, CaseEvent, Status
from satark.message import Ask, InboundMessage, Say, Tap, ToTipster
from tests.fakes import LabelsList, OutboxList
from tests.samples import varanasi
from tests.unit.officer_reply.station import ONE, TWO, Station, message

ORDER: tuple[Status, ...] = ("received", "accepted", "action_taken", "closed")
WORDS = {varanasi().text("hi", f"update.{status}"): status for status in ORDER[1:]}

cases = st.sampled_from([ONE, TWO])
contents = st.one_of(
    st.builds(
        lambda verb, case_id: Tap(f"{verb}:{case_id}", ""),
        st.sampled_from(["accepted", "action_taken", "nothing_found", "closed", "open"]),
        cases,
    ),
    st.builds(lambda case_id: f"{case_id} मिला", cases),
    st.just("मिला"),
)


@dataclass(frozen=True)
class Writes:
    """An officer writes something new."""

    by: str
    content: Tap | str


@dataclass(frozen=True)
class WritesAgain:
    """The queue delivers an earlier message again."""

    which: int


@dataclass(frozen=True)
class Streams:
    """The stream goes on with a case, from some records before the place that it had reached."""

    case_id: str
    back: int
    count: int


steps = st.lists(
    st.one_of(
        st.builds(Writes, st.sampled_from(["sho", "sp"]), contents),
        st.builds(WritesAgain, st.integers(0, 20)),
        st.builds(Streams, cases, st.integers(0, 4), st.integers(1, 4)),
    ),
    max_size=25,
)


@dataclass
class Road:
    station: Station = field(default_factory=lambda: Station().file(ONE, TWO))
    tipster_outbox: OutboxList = field(default_factory=OutboxList)
    written: list[InboundMessage] = field(default_factory=list)
    reached: dict[str, int] = field(default_factory=lambda: {ONE: 0, TWO: 0})

    def take(self, step: Writes | WritesAgain | Streams) -> None:
        match step:
            case Writes(by, content):
                number = len(self.written)
                after = timedelta(hours=1, minutes=number)
                self.written.append(message(content, by=by, ref=f"m{number}", after=after))
                self.station.desk.take(self.written[-1])
            case WritesAgain(which) if self.written:
                self.station.desk.take(self.written[which % len(self.written)])
            case Streams(case_id, back, count):
                self.stream(case_id, max(0, self.reached[case_id] - back), count)

    def stream(self, case_id: str, start: int, count: int) -> None:
        batch = self.station.cases.events(case_id)[start : start + count]
        for event in batch:
            self.announce(event)
        self.reached[case_id] = max(self.reached[case_id], start + len(batch))

    def announce(self, event: CaseEvent) -> None:
        station = self.station
        Dispatcher(
            station.cases,
            station.roster,
            OutboxList(),
            self.tipster_outbox,
            LabelsList(),
            varanasi(),
        ).announce(event)

    def told(self, case_id: str) -> list[Status]:
        """What the tipster of this case has read, in order."""
        mine = (found for found in self.tipster_outbox.accepted if found.group == f"h-{case_id}")
        told = (found.content for found in mine)
        # The news that all is over goes on with a question.
        bodies = [one.body.partition("\n")[0] for one in told if isinstance(one, Say | Ask)]
        return [WORDS[body] for body in bodies]


@given(steps)
def test_a_tipster_hears_of_each_status_once_and_in_order(
    taken: list[Writes | WritesAgain | Streams],
) -> None:
    road = Road()
    for step in taken:
        road.take(step)
    for case_id in (ONE, TWO):
        road.stream(case_id, 0, len(road.station.cases.events(case_id)))
        told = road.told(case_id)
        assert all(ORDER.index(one) < ORDER.index(other) for one, other in pairwise(told))
        assert (["received", *told])[-1] == road.station.case(case_id).status
    assert all(isinstance(found.to, ToTipster) for found in road.tipster_outbox.accepted)


@given(steps)
def test_every_message_is_recorded_at_most_once_whenever_it_comes_again(
    taken: list[Writes | WritesAgain | Streams],
) -> None:
    road = Road()
    for step in taken:
        road.take(step)
    before = list(road.station.cases)
    for received in reversed(road.written * 2):
        road.station.desk.take(received)
    assert list(road.station.cases) == before
    ids = [event.id for event in before]
    assert len(set(ids)) == len(ids)


@given(steps)
def test_a_message_always_gets_the_same_answer(
    taken: list[Writes | WritesAgain | Streams],
) -> None:
    road = Road()
    for step in taken:
        road.take(step)
    said = {reply.id: reply for reply in road.station.outbox.accepted}
    for received in road.written:
        road.station.desk.take(received)
    everything = [reply for reply in road.station.outbox.everything if reply.kind == "outbound"]
    assert [reply for reply in everything if reply != said.get(reply.id)] == []


@given(steps)
def test_each_case_stays_a_sound_ledger(taken: list[Writes | WritesAgain | Streams]) -> None:
    road = Road()
    for step in taken:
        road.take(step)
    for case_id in (ONE, TWO):
        assert Case.of(road.station.cases.events(case_id)).case_id == case_id
