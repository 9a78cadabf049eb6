"""Officers who tap and write anything, in any order: what must hold all the same."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from satark.case import Case, CaseMerged, OfficerAssigned, OfficerReported
from satark.chain import barred
from satark.message import Ask, Content, InboundMessage, Media, OutboundMessage, Say, Tap
from satark.tip import Conflict
from satark.whatsapp import limits
from tests.fakes import RosterList
from tests.samples import TIP, varanasi
from tests.unit.officer_reply.station import EVERYONE, ONE, TWO, Station, message

CASES = (ONE, TWO)
WHO = st.sampled_from(["sho", "neighbour", "sp", "other", "dig"])
WRITTEN: list[Content | str] = [
    "मिला", "हो गया", "skip", "हाँ", "नहीं", "3", "12/2026", "लंबित", "मदद", "स्वीकार", "assign",
    "4829-1376", "5511-2233 मिला", "पूछें: रंग?", "ask 5511-2233: आपका नाम?", "आपका नाम क्या है?",
    "ट्रक किस रंग का है?", "not mine", "x" * 4000, Media("image", "p", "image/jpeg", "", "ट्रक"),
]  # fmt: skip
VERBS = (
    "accepted in_progress action_taken nothing_found not_mine closed open ask assign transfer"
    " duplicate file give send merge detail"
)


@dataclass(frozen=True)
class Taps:
    """One of the taps that this officer was offered last, by its place among them."""

    by: str
    which: int


@dataclass(frozen=True)
class Sends:
    by: str
    content: Content | str


arguments = st.sampled_from(["", "sho", "neighbour", "other", "jaunpur", "ghazipur", ONE, TWO, "1"])
forged = st.builds(
    lambda verb, case_id, argument: Tap(f"{verb}:{case_id}:{argument}", ""),
    st.sampled_from(VERBS.split()), st.sampled_from(CASES), arguments,
)  # fmt: skip
steps = st.lists(
    st.one_of(
        st.builds(Taps, WHO, st.integers(0, 9)),
        st.builds(Taps, WHO, st.integers(0, 9)),
        st.builds(Sends, WHO, st.one_of(st.sampled_from(WRITTEN), forged)),
    ),
    max_size=20,
)


@dataclass
class Walk:
    conflict: Conflict
    station: Station = field(init=False)
    sent: list[InboundMessage] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.station = Station(roster=RosterList(list(EVERYONE)))
        told = ("sho", "neighbour", "sp", "other", "dig")
        self.station.file(*CASES, tip=replace(TIP, conflict=self.conflict), told=told)

    def take(self, step: Taps | Sends) -> None:
        content = step.content if isinstance(step, Sends) else self._offered(step)
        number = len(self.sent)
        after = timedelta(hours=1, minutes=number)
        self.sent.append(message(content, by=step.by, ref=f"m{number}", after=after))
        self.station.desk.take(self.sent[-1])

    def _offered(self, step: Taps) -> Content | str:
        mine = (each for each in reversed(self.replies) if each.group == step.by)
        asked = next((each.content for each in mine if isinstance(each.content, Ask)), None)
        if asked is None:
            return "मदद"
        return Tap(asked.options[step.which % len(asked.options)].id, "")

    @property
    def replies(self) -> list[OutboundMessage]:
        return self.station.outbox.accepted

    def case(self, case_id: str) -> Case:
        return self.station.case(case_id)


def walked(taken: list[Taps | Sends], conflict: Conflict) -> Walk:
    walk = Walk(conflict)
    for step in taken:
        walk.take(step)
    return walk


CONFLICTS = st.sampled_from(Conflict)


@given(steps, CONFLICTS)
def test_no_reply_breaks_a_limit_of_whatsapp(taken: list[Taps | Sends], conflict: Conflict) -> None:
    for reply in walked(taken, conflict).replies:
        match reply.content:
            case Say(body=body):
                assert 0 < len(body) <= limits.SAY_BODY
            case Ask(body=body, options=options, button=button):
                assert 0 < len(body) <= limits.ASK_BODY
                assert 0 < len(options) <= limits.LIST_ROWS
                assert len({option.id for option in options}) == len(options)
                assert 0 < len(button) <= limits.LIST_BUTTON
                rows = len(options) > limits.BUTTONS or any(each.description for each in options)
                room = limits.ROW_TITLE if rows else limits.BUTTON_TITLE
                assert all(0 < len(option.title) <= room for option in options)
                assert all(len(each.description) <= limits.ROW_DESCRIPTION for each in options)
            case other:
                raise AssertionError(other)


@given(steps, CONFLICTS)
def test_every_message_gets_one_reply_or_is_answered_by_dispatch(
    taken: list[Taps | Sends], conflict: Conflict
) -> None:
    walk = walked(taken, conflict)
    opened = [
        event for each in CASES for event in walk.case(each).events
        if event.what.kind == "alert_opened"
    ]  # fmt: skip
    assert len(walk.replies) == len(walk.sent) - len(opened)


@given(steps, CONFLICTS)
def test_what_comes_again_in_any_order_changes_nothing(
    taken: list[Taps | Sends], conflict: Conflict
) -> None:
    walk = walked(taken, conflict)
    before = list(walk.station.cases)
    said = {reply.id: reply for reply in walk.replies}
    for received in reversed(walk.sent * 2):
        walk.station.desk.take(received)
    assert list(walk.station.cases) == before
    assert {reply.id: reply for reply in walk.replies} == said


@given(steps, CONFLICTS)
def test_a_case_is_never_given_to_the_unit_that_it_is_about(
    taken: list[Taps | Sends], conflict: Conflict
) -> None:
    walk = walked(taken, conflict)
    for each in CASES:
        case = walk.case(each)
        for event in case.events:
            if isinstance(event.what, OfficerAssigned):
                officer = walk.station.roster.officer(event.what.officer_id)
                assert officer is not None
                assert officer.office not in barred(case.before(event), varanasi())
                assert officer.office.partition(":")[2].startswith(case.before(event).district)


@given(steps, CONFLICTS)
def test_only_who_holds_a_case_decides_on_it_and_nothing_after_its_end(
    taken: list[Taps | Sends], conflict: Conflict
) -> None:
    walk = walked(taken, conflict)
    deciding = {"officer_acted", "officer_asked", "officer_assigned", "case_transferred"}
    for each in CASES:
        case = walk.case(each)
        for event in case.events[1:]:
            before = case.before(event)
            doer = getattr(event.what, "by", None) or getattr(event.what, "officer_id", "")
            if event.what.kind in deciding:
                assert before.open
                if before.assignee is not None:
                    assert doer in {before.assignee, "sp", "other", "dig"}
            if isinstance(event.what, CaseMerged):
                assert event.what.into != each
            if event.what.kind.startswith(("officer_assigned", "case_")):
                assert doer in {"sp", "other", "dig"}


@given(steps, CONFLICTS)
def test_every_report_of_words_is_on_a_case_or_waits_or_was_refused_aloud(
    taken: list[Taps | Sends], conflict: Conflict
) -> None:
    walk = walked(taken, conflict)
    reported = [
        event.what.words for each in CASES for event in walk.case(each).events
        if isinstance(event.what, OfficerReported)
    ]  # fmt: skip
    for received in walk.sent:
        if received.content == message("5511-2233 मिला").content:
            assert "5511-2233 मिला" in reported or received.ref in _kept(walk)


def _kept(walk: Walk) -> str:
    return "".join(record.text for record in walk.station.desks.records.values())
