"""When the way back to a tipster is let go of: once, some days after the case was closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.dispatch.letting_go import letting_go
from functions.dispatch.notices import as_of
from satark.case import CaseEvent, CaseMerged, Happening, OfficerActed, OfficerReported
from satark.identity import Handle
from satark.message import LetGo
from tests.samples import varanasi
from tests.unit.dispatch.stage import ledger

ENDS: list[Happening] = [
    OfficerActed("sho", "nothing_found"),
    OfficerActed("sho", "false_information"),
    OfficerActed("sp", "closed"),
    CaseMerged("sp", "11112222"),
]


def let_go(events: list[CaseEvent], *, days: int = 7) -> list[list[LetGo]]:
    """What each event of the ledger lets go of."""
    retention = replace(varanasi().retention, reply_address_closed=days)
    police_range = replace(varanasi(), retention=retention)
    return [list(letting_go(as_of(event, events), police_range)) for event in events]


@pytest.mark.parametrize("closing", ENDS)
def test_a_closed_case_keeps_the_way_back_for_the_ranges_days(closing: Happening) -> None:
    events = ledger(OfficerActed("sho", "accepted"), closing)
    [*before, [errand]] = let_go(events, days=3)
    assert before == [[], []]
    assert errand.handle == Handle("h1")
    assert errand.until == events[-1].at + timedelta(days=3)


@pytest.mark.parametrize("happened", [OfficerActed("sho", "action_taken"), OfficerReported("sho")])
def test_a_case_that_goes_on_keeps_it(happened: Happening) -> None:
    assert let_go(ledger(happened)) == [[], []]


def test_what_comes_after_the_end_puts_it_off_no_further() -> None:
    after = (OfficerReported("sho", "मिला"), OfficerActed("sp", "closed"))
    [[], [_], *later] = let_go(ledger(ENDS[0], *after))
    assert later == [[], []]


def test_the_same_event_lets_go_by_the_same_errand_and_another_by_another() -> None:
    events = ledger(*ENDS[:1])
    assert let_go(events) == let_go(events)
    other = [replace(event, id=f"other {event.id}") for event in events]
    assert let_go(events)[1][0].id != let_go(other)[1][0].id
