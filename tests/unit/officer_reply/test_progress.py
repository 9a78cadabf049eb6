"""Delivery statuses of alerts become facts of the case; all others do not."""

from datetime import timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.case import AlertProgressed
from satark.identity import MessageRef
from satark.message import DeliveryStatus, Tap
from tests.samples import AT
from tests.unit.officer_reply.station import ONE, Station, message

State = Literal["sent", "delivered", "read", "failed"]
STATES: tuple[State, ...] = ("sent", "delivered", "read", "failed")


def status(station: Station, state: State, *, of: MessageRef | None = None) -> DeliveryStatus:
    ref = of or station.alert("sho", ONE)
    error = 131026 if state == "failed" else None
    return DeliveryStatus(ref, AT + timedelta(minutes=STATES.index(state)), state, error=error)


def progress(*states: State) -> list[str]:
    station = Station().file(ONE)
    for state in states:
        station.desk.take(status(station, state))
    return [what.state for what in station.recorded(ONE) if isinstance(what, AlertProgressed)]


@pytest.mark.parametrize(
    ("states", "recorded"),
    [
        (["sent"], []),
        (["sent", "delivered", "read"], ["delivered", "read"]),
        (["delivered", "delivered", "read", "read"], ["delivered", "read"]),
        (["read", "delivered"], ["read"]),
        (["failed", "failed"], ["failed"]),
        (["delivered", "failed"], ["delivered"]),
        (["failed", "delivered"], ["failed", "delivered"]),
    ],
)
def test_an_alert_moves_upwards_only_and_each_step_once(
    states: list[State], recorded: list[str]
) -> None:
    assert progress(*states) == recorded


@given(st.lists(st.sampled_from(STATES)))
def test_statuses_in_any_order_end_at_the_furthest(states: list[State]) -> None:
    ladder = ["failed", "delivered", "read"]
    recorded = progress(*states)
    assert recorded == sorted(set(recorded), key=ladder.index)
    furthest = [state for state in ladder if state in states]
    assert recorded[-1:] == furthest[-1:]


def test_a_failure_keeps_metas_code_and_the_statuss_time() -> None:
    station = Station().file(ONE)
    station.desk.take(status(station, "failed"))
    event = station.case(ONE).events[-1]
    assert event.what == AlertProgressed("sho", "failed", 131026)
    assert event.at == AT + timedelta(minutes=3)


def test_officers_progress_apart_from_each_other() -> None:
    station = Station().file(ONE)
    for officer_id in ("sho", "sp"):
        station.desk.take(status(station, "read", of=station.alert(officer_id, ONE)))
    assert station.recorded(ONE) == [AlertProgressed("sho", "read"), AlertProgressed("sp", "read")]


def test_what_becomes_of_a_reply_is_no_fact_of_the_case() -> None:
    station = Station().file(ONE)
    [reply] = station.receive(message(Tap(f"accepted:{ONE}", "")))
    ref = station.tell("sho", reply.case_id, reply.id, reply.at)
    before = station.recorded(ONE)
    station.desk.take(status(station, "read", of=ref))
    assert station.recorded(ONE) == before


def test_a_message_of_no_case_and_a_message_of_nobodys_are_passed_over() -> None:
    station = Station().file(ONE)
    ref = station.tell("sho", None, "help", AT)
    station.desk.take(status(station, "read", of=ref))
    station.desk.take(status(station, "read", of=MessageRef("not ours")))
    assert station.recorded(ONE) == []
