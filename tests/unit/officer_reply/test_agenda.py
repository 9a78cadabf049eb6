"""`pending`: an officer's open tips by deadline."""

from dataclasses import replace
from datetime import timedelta

import pytest

from satark.deadline import due
from satark.message import Ask, Content, OutboundMessage, Tap
from tests.fakes import RosterList
from tests.samples import TIP, varanasi
from tests.unit.officer_reply.reading_back import body, only, taps, text
from tests.unit.officer_reply.station import EVERYONE, ONE, THREE, TWO, Station, message

DRUGS = replace(TIP, category="drugs", answers=())
LIMITS = varanasi().deadlines


def rows(replies: list[OutboundMessage]) -> list[tuple[str, str]]:
    content = only(replies).content
    assert isinstance(content, Ask)
    return [(option.title, option.description) for option in content.options]


@pytest.mark.parametrize("said", ["लंबित", "pending", "Pending tips", Tap("pending", "")])
def test_open_tips_are_listed_the_first_to_fall_due_first(said: Content | str) -> None:
    station = Station().file(ONE).file(TWO, tip=replace(TIP, category="arms", answers=()))
    station.file(THREE)
    station.receive(message(Tap(f"accepted:{ONE}", ""), ref="m0"))
    replies = station.receive(message(said))
    assert taps(replies) == [f"open:{TWO}", f"open:{THREE}", f"open:{ONE}"]
    assert body(replies) == text("pending_list", count=3)


def test_each_says_by_when_and_what_it_is_about() -> None:
    station = Station().file(ONE, TWO)
    station.receive(message(Tap(f"action_taken:{TWO}", ""), ref="m0"))
    after = timedelta(hours=LIMITS["normal"].accept)
    early = station.receive(message("pending", by="sp", after=after))
    late = station.receive(
        message("pending", by="sp", ref="m2", after=after + timedelta(minutes=1))
    )
    assert rows(early) == [
        ("4829-1376", "normal · by 24-01-2026 15:00 · Illegal liquor"),
        ("5511-2233", "action taken · Illegal liquor"),
    ]
    assert rows(late)[0] == ("4829-1376", "⚠️ normal · due 24-01-2026 15:00 · Illegal liquor")


def test_the_deadline_is_that_of_the_tips_level_and_the_next_step() -> None:
    station = Station()
    for number, category in enumerate(varanasi().categories):
        case_id = f"6000{number:04}"
        station.file(case_id, tip=replace(TIP, category=category.id, answers=()))
        hours = LIMITS[category.sensitivity]
        case = station.case(case_id)
        assert due(case, varanasi()) == case.tip.filed_at + timedelta(hours=hours.accept)
        station.receive(message(Tap(f"accepted:{case_id}", ""), ref=f"a{number}"))
        case = station.case(case_id)
        assert due(case, varanasi()) == case.tip.filed_at + timedelta(hours=hours.report)
        station.receive(message(Tap(f"action_taken:{case_id}", ""), ref=f"b{number}"))
        assert due(station.case(case_id), varanasi()) is None


def test_a_tip_of_a_category_that_the_range_dropped_is_still_listed() -> None:
    station = Station().file(ONE, tip=replace(TIP, category="gone"))
    assert rows(station.receive(message("pending")))[0][1].endswith(" · gone")


def test_of_more_than_ten_the_ten_most_urgent_are_listed() -> None:
    case_ids = [f"6000{number:04}" for number in range(13)]
    replies = Station().file(*case_ids).receive(message("लंबित"))
    assert taps(replies) == [f"open:{case_id}" for case_id in case_ids[:10]]
    assert body(replies) == text("pending_some", count=13, shown=10)


def test_closed_tips_and_those_of_others_are_not_listed() -> None:
    station = Station(roster=RosterList(EVERYONE)).file(ONE, TWO, THREE, told=("sho", "sp"))
    station.receive(message(Tap(f"closed:{ONE}", ""), ref="m0"))
    station.receive(message(Tap(f"give:{TWO}:neighbour", ""), by="sp", ref="m1"))
    assert taps(station.receive(message("लंबित", ref="m2"))) == [f"open:{THREE}"]
    of_the_sp = station.receive(message("pending", by="sp", ref="m3"))
    assert taps(of_the_sp) == [f"open:{TWO}", f"open:{THREE}"]


def test_without_any_it_says_so() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"closed:{ONE}", "")))
    assert body(station.receive(message("लंबित", ref="m2"))) == text("pending_none")
