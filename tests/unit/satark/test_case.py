from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.case import (
    Action,
    AlertOpened,
    AlertProgressed,
    Case,
    CaseEvent,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerReported,
    Status,
    status_after,
)
from satark.sensitivity import UNRATED, Reason, Sensitivity
from tests.samples import AT, filing

FILED = filing().event
ACTIONS: tuple[Action, ...] = (
    "accepted",
    "action_taken",
    "nothing_found",
    "false_information",
    "closed",
)
ORDER: list[Status] = ["received", "accepted", "action_taken", "closed"]

happenings: st.SearchStrategy[Happening] = st.one_of(
    st.sampled_from(ACTIONS).map(lambda action: OfficerActed("o1", action)),
    st.just(OfficerReported("o1", "found it")),
    st.just(AlertOpened("o1")),
    st.just(AlertProgressed("o1", "read")),
)


def case_with(*happened: Happening) -> Case:
    case = Case.of([FILED])
    for number, what in enumerate(happened):
        case = Case.of([*case.events, case.next(f"e{number}", AT, what)])
    return case


@pytest.mark.parametrize(
    ("happened", "status"),
    [
        ((), "received"),
        ((AlertOpened("o1"), AlertProgressed("o1", "read")), "received"),
        ((OfficerActed("o1", "accepted"),), "accepted"),
        ((OfficerReported("o1", "found it"),), "action_taken"),
        ((OfficerActed("o1", "action_taken"),), "action_taken"),
        ((OfficerActed("o1", "nothing_found"),), "closed"),
        ((OfficerActed("o1", "false_information"),), "closed"),
        ((OfficerActed("o1", "closed"), OfficerActed("o2", "accepted")), "closed"),
    ],
)
def test_the_status_follows_from_the_ledger(
    happened: tuple[Happening, ...], status: Status
) -> None:
    case = case_with(*happened)

    assert case.status == status
    assert case.open == (status != "closed")


@given(st.lists(happenings, max_size=8))
def test_the_status_never_moves_back(happened: list[Happening]) -> None:
    ledger = case_with(*happened).events
    seen = [ORDER.index(status_after(ledger[:length])) for length in range(1, len(ledger) + 1)]

    assert seen == sorted(seen)


@pytest.mark.parametrize(
    "ledger",
    [
        [],
        [replace(FILED, what=AlertOpened("o1"))],
        [replace(FILED, seq=2)],
        [FILED, CaseEvent(FILED.case_id, 3, "e3", AT, AlertOpened("o1"))],
        [FILED, FILED],
    ],
    ids=["empty", "unfiled", "headless", "gap", "twice"],
)
def test_a_broken_ledger_is_no_case(ledger: list[CaseEvent]) -> None:
    with pytest.raises(ValueError, match="case"):
        Case.of(ledger)


def test_a_cause_is_found_again() -> None:
    case = case_with(AlertOpened("o1"))

    assert case.records("e0")
    assert not case.records("e1")


def test_a_case_is_as_sensitive_as_it_was_last_rated() -> None:
    raised = Sensitivity(60, "critical", (Reason("label.weapons", 60),))
    assert case_with().sensitivity == UNRATED
    assert case_with(LevelRaised(raised), AlertOpened("o1")).sensitivity == raised
