"""Whatever fails and whoever else looks: each step is put on a case once, and told once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.deadlines.watch import Watch
from satark.case import Case, CaseEvent, DeadlinePassed, OfficerActed, TipFiled
from satark.deadline import standing
from satark.identity import Handle
from satark.message import OutboundMessage
from satark.standing import Standing
from tests.fakes import Ledger
from tests.samples import AT, TIP, varanasi
from tests.unit.dispatch.stage import said

ONE, TWO = "48291376", "55112233"
HOUR = timedelta(hours=1)
ACCEPT, PASS_UP = (varanasi().deadlines["normal"].accept, varanasi().deadlines["normal"].pass_up)


class Struck(Exception):
    """Injected."""


@dataclass
class Cases(Ledger):
    """And its heads. Each call may be struck, before or after it is done."""

    strikes: Iterator[str] = field(default_factory=lambda: iter(()))

    def due(self, now: datetime) -> Iterator[str]:
        for case_id in self.by_case:
            at = standing(Case.of(super().events(case_id)), varanasi()).due
            if at and at <= now:
                yield case_id

    def events(self, case_id: str) -> tuple[CaseEvent, ...]:
        return self._struck(lambda: tuple(super(Cases, self).events(case_id)))

    def append(self, event: CaseEvent, told: Standing) -> None:
        self._struck(lambda: super(Cases, self).append(event, told))

    def _struck[T](self, call: Callable[[], T]) -> T:
        strike = next(self.strikes, "")
        if strike == "before":
            raise Struck
        done = call()
        if strike == "after":
            raise Struck
        return done

    def late(self, case_id: str = ONE) -> list[DeadlinePassed]:
        happened = (event.what for event in self.by_case[case_id])
        return [what for what in happened if isinstance(what, DeadlinePassed)]


def cases(*case_ids: str, strikes: Iterable[str] = ()) -> Cases:
    filed = Cases()
    for case_id in case_ids or (ONE,):
        tip = replace(TIP, filed_at=AT)
        filed.add(CaseEvent(case_id, 1, f"filed {case_id}", AT, TipFiled(tip, Handle("h1"))))
    filed.strikes = iter(strikes)
    return filed


def look(filed: Cases, after: float, *, failed: Callable[[Exception], None] | None = None) -> bool:
    """`after` so many hours from the filing."""
    watch = Watch(filed, filed, varanasi(), failed or (lambda _: None))
    return watch.look(AT + timedelta(hours=after))


def test_nothing_happens_before_the_time() -> None:
    filed = cases()
    assert look(filed, ACCEPT - 0.01)
    assert filed.late() == []


def test_each_step_is_put_on_the_case_once_however_often_somebody_looks() -> None:
    filed = cases()
    for minutes in range(0, (ACCEPT + 4 * PASS_UP) * 60, 5):
        assert look(filed, minutes / 60)
        assert look(filed, minutes / 60)
    assert filed.late() == [DeadlinePassed("accept", step) for step in (1, 2, 3)]
    assert [event.at for event in filed.by_case[ONE][1:]] == [
        AT + timedelta(hours=ACCEPT + step * PASS_UP) for step in range(3)
    ]


def test_two_looks_at_the_same_time_make_one_event() -> None:
    filed = cases()
    others = list[bool]()
    filed.before_append = lambda: others.append(look(filed, ACCEPT))
    assert look(filed, ACCEPT)
    assert others == [True]
    assert filed.late() == [DeadlinePassed("accept", 1)]


def test_an_officer_who_accepts_in_the_same_moment_is_not_reminded() -> None:
    filed = cases()
    accepted = CaseEvent(ONE, 2, "tap", AT + ACCEPT * HOUR, OfficerActed("sho", "accepted"))
    filed.before_append = lambda: filed.add(accepted)
    assert look(filed, ACCEPT)
    assert filed.late() == []


def test_one_case_that_cannot_be_read_keeps_no_other_waiting() -> None:
    filed, failures = cases(ONE, TWO, strikes=["before"]), list[Exception]()
    assert not look(filed, ACCEPT, failed=failures.append)
    assert [type(error) for error in failures] == [Struck]
    assert (filed.late(ONE), filed.late(TWO)) == ([], [DeadlinePassed("accept", 1)])


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["", "before", "after"]), max_size=30), st.integers(1, 5))
def test_whatever_fails_no_step_is_missing_or_doubled_and_nobody_hears_twice(
    strikes: list[str], looks: int
) -> None:
    filed = cases(strikes=strikes)
    for hour in range(ACCEPT, ACCEPT + 40 * PASS_UP, 6):
        for _ in range(looks):
            look(filed, hour)
    assert filed.late() == [DeadlinePassed("accept", step) for step in (1, 2, 3)]

    heard = [message.id for message in told(filed) + told(filed)]
    assert len(set(heard)) == len(heard) / 2 == 3


def told(filed: Cases) -> list[OutboundMessage]:
    """What dispatch says of it, as often as the stream brings it."""
    ledger = filed.by_case[ONE]
    return [message for at in range(1, len(ledger)) for message in said(ledger, at=at)]
