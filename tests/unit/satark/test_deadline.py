"""When a case is looked at, and who is told then: step by step, and never sooner than is fair."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from satark.case import (
    Action,
    Case,
    CaseEvent,
    CaseTransferred,
    DeadlinePassed,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerAssigned,
    OfficerReported,
    TipFiled,
)
from satark.deadline import due, missed, standing
from satark.identity import Handle
from satark.sensitivity import Level, Sensitivity
from satark.standing import Standing
from tests.samples import AT, TIP, varanasi

HOURS = varanasi().deadlines
MINUTE = timedelta(minutes=1)
ACCEPTED = OfficerActed("o1", "accepted")


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def case(*happened: tuple[float, Happening], level: Level = "normal") -> Case:
    """A tip filed at AT; then these, by hours from the filing."""
    filed = TipFiled(replace(TIP, filed_at=AT), Handle("h1"), Sensitivity(0, level))
    course = [(0.0, filed), *happened]
    return Case.of(
        CaseEvent("48291376", seq, f"e{seq}", AT + hours(after), what)
        for seq, (after, what) in enumerate(course, start=1)
    )


def stands(*happened: tuple[float, Happening], level: Level = "normal") -> Standing:
    return standing(case(*happened, level=level), varanasi())


def looked_at(told: Standing) -> float:
    """In hours from the filing."""
    assert told.due
    return (told.due - AT) / hours(1)


def walk(start: Case, until: datetime) -> list[tuple[float, DeadlinePassed]]:
    """All that is put on the case if somebody looks every minute, by hours from the filing."""
    found, at = [], AT
    while at <= until:
        if late := missed(start, varanasi(), at):
            found.append(((at - AT) / hours(1), late))
            start = Case.of((*start.events, start.next(f"late {at}", at, late)))
        at += MINUTE
    return found


@pytest.mark.parametrize("level", HOURS)
def test_a_tip_that_nobody_accepts_goes_up_step_by_step_and_no_further(level: Level) -> None:
    limit = HOURS[level]
    assert walk(case(level=level), AT + hours(limit.accept + 4 * limit.pass_up)) == [
        (limit.accept + step * limit.pass_up, DeadlinePassed("accept", step + 1))
        for step in range(3)
    ]


@pytest.mark.parametrize("level", HOURS)
def test_one_that_is_accepted_and_not_reported_on_goes_up_from_its_own_deadline(
    level: Level,
) -> None:
    limit = HOURS[level]
    accepted = case((0.5, ACCEPTED), level=level)
    assert due(accepted, varanasi()) == AT + hours(limit.report)
    assert walk(accepted, AT + hours(limit.report + 4 * limit.pass_up)) == [
        (limit.report + step * limit.pass_up, DeadlinePassed("report", step + 1))
        for step in range(3)
    ]


@pytest.mark.parametrize("action", ["action_taken", "nothing_found", "false_information", "closed"])
def test_what_was_acted_on_is_never_late(action: Action) -> None:
    for what in (OfficerActed("o1", action), OfficerReported("o1", "पकड़ा गया")):
        assert stands((1, what)).due is None
        assert walk(case((1, what)), AT + hours(300)) == []


def test_a_look_that_comes_late_skips_no_one() -> None:
    """As after an outage: the SP office hears only once the officer had the time to answer."""
    first = missed(case(), varanasi(), AT + hours(500))
    assert first == DeadlinePassed("accept", 1)
    late = case((500, first))
    assert missed(late, varanasi(), AT + hours(500) + MINUTE) is None
    assert looked_at(standing(late, varanasi())) == 500 + HOURS["normal"].pass_up


def test_whoever_has_just_accepted_is_not_reminded_at_once() -> None:
    accepted = (200.0, ACCEPTED)
    assert looked_at(stands(accepted)) == 200 + HOURS["normal"].pass_up
    again = (210.0, OfficerActed("o1", "accepted"))
    assert looked_at(stands(accepted, again)) == 200 + HOURS["normal"].pass_up


@pytest.mark.parametrize("given", [OfficerAssigned("sp", "o2"), CaseTransferred("sp", "jaunpur")])
def test_whoever_is_given_a_late_case_has_time_as_well(given: Happening) -> None:
    reminded, told = (24.0, DeadlinePassed("accept", 1)), (47.0, given)
    assert looked_at(stands(reminded)) == 48
    assert looked_at(stands(reminded, told)) == 47 + HOURS["normal"].pass_up


def test_work_that_goes_on_without_a_result_does_not_put_off_the_deadline() -> None:
    working = (167.0, OfficerActed("o1", "in_progress"))
    assert looked_at(stands((1, ACCEPTED), working)) == HOURS["normal"].report


def test_a_raised_level_brings_the_look_forward() -> None:
    raised = (0.5, LevelRaised(Sensitivity(90, "critical")))
    assert looked_at(stands(raised)) == HOURS["critical"].accept


def test_it_is_passed_up_once_an_office_above_was_told_of_what_is_awaited_now() -> None:
    one, two = (24.0, DeadlinePassed("accept", 1)), (48.0, DeadlinePassed("accept", 2))
    assert not stands().passed_up
    assert not stands(one).passed_up
    assert stands(one, two).passed_up
    assert not stands(one, two, (49, ACCEPTED)).passed_up
    assert not stands(one, two, (49, ACCEPTED), (169, DeadlinePassed("report", 1))).passed_up


def test_after_the_last_step_nobody_looks_again_until_it_is_accepted() -> None:
    steps = [(24.0 * step, DeadlinePassed("accept", step)) for step in (1, 2, 3)]
    assert stands(*steps) == Standing("received", None, passed_up=True)
    accepted = stands(*steps, (73, ACCEPTED))
    assert (accepted.status, looked_at(accepted)) == ("accepted", HOURS["normal"].report)
