"""A draft's files lie apart, go with their tip to where it belongs, or are let go of."""

from dataclasses import replace

import pytest

from satark.message import Deleted, Media, Say
from satark.police_range.model import PoliceRange
from satark.ports import Conflicted
from tests.fakes import IntakeFake
from tests.unit.flow.filed import files
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone
from tests.unit.flow.test_road import PHOTO, VOICE, walk_to_review

BROKEN = Media("document", "m3", "application/zip", "")


def walk_to_evidence(tipster: Phone, category: str) -> None:
    tipster.says("Hi")
    tipster.taps("hi")
    tipster.taps(category)
    while tipster.options[0].id.startswith("questions/"):
        tipster.taps("unknown")
    tipster.taps("jaunpur")
    tipster.taps("unknown")
    tipster.says("skip")
    tipster.taps("today")


def sends_it(tipster: Phone) -> None:
    for choice in ("done", "no", "send"):
        tipster.taps(choice)


@pytest.mark.parametrize(("category", "shelf"), [("drugs", "kept"), ("trafficking", "protected")])
def test_a_filed_tips_files_lie_where_its_category_says(
    tipster: Phone, sessions: FakeSessions, intake: IntakeFake, category: str, shelf: str
) -> None:
    walk_to_evidence(tipster, category)
    tipster.sends(PHOTO)
    intake.state = "quarantined"
    tipster.sends(BROKEN)
    assert intake.drafts == {"draft/m1"}
    assert intake.filed == []

    sends_it(tipster)

    (tip,) = sessions.tips
    assert [each.key for each in tip.evidence] == [f"{shelf}/m1", "quarantined/m3"]
    assert intake.filed == [f"{shelf}/m1"]
    assert intake.drafts == set()


@pytest.mark.parametrize(("category", "shelf"), [("drugs", "kept"), ("trafficking", "protected")])
def test_what_is_added_later_lies_with_the_rest(
    tipster: Phone, sessions: FakeSessions, intake: IntakeFake, category: str, shelf: str
) -> None:
    walk_to_evidence(tipster, category)
    for choice in ("done", "no"):
        tipster.taps(choice)
    code = str(tipster.taps("send")).split("*")[1]
    tipster.says(code)
    tipster.taps("add")

    tipster.sends(VOICE)

    (addition,) = sessions.additions
    assert addition.evidence
    assert addition.evidence.key == f"{shelf}/m2"
    assert intake.drafts == set()


def test_a_file_that_came_before_the_category_lies_where_it_says(
    tipster: Phone, sessions: FakeSessions
) -> None:
    tipster.sends(PHOTO)
    walk_to_evidence(tipster, "trafficking")
    sends_it(tipster)
    assert [each.key for each in sessions.tips[0].evidence] == ["protected/m1"]


@pytest.mark.parametrize("breaks", ["before", "after"])
def test_a_crash_around_the_filing_loses_no_file(
    tipster: Phone,
    sessions: FakeSessions,
    intake: IntakeFake,
    outbox: BreakableOutbox,
    breaks: str,
) -> None:
    walk_to_review(tipster)
    tipster.sends(PHOTO)
    if breaks == "before":
        sessions.races = 3
    else:
        outbox.broken = True
    with pytest.raises(Conflicted if breaks == "before" else ConnectionError):
        tipster.taps("send")
    assert intake.drafts == {"draft/m1"}
    assert len(sessions.tips) == (breaks == "after")

    outbox.broken = False
    assert tipster.last
    tipster.delivers(tipster.last)

    (tip,) = sessions.tips
    assert [each.key for each in tip.evidence] == ["kept/m1"]
    assert set(intake.filed) == {"kept/m1"}


@pytest.mark.parametrize("how", ["taken back", "stop", "restart", "idle"])
def test_what_is_not_sent_is_let_go_of_at_once(
    tipster: Phone, intake: IntakeFake, how: str
) -> None:
    walk_to_review(tipster)
    tipster.sends(PHOTO)
    assert intake.drafts
    match how:
        case "taken back":
            assert tipster.last
            tipster.sends(Deleted(), quotes=tipster.last.ref)
        case "idle":
            tipster.waits(hours=25)
            tipster.says("Hi")
        case command:
            tipster.says(command)
    assert intake.drafts == set()
    assert intake.filed == []


def test_what_a_draft_kept_too_long_is_lost_and_the_tipster_told_and_the_rest_is_filed(
    tipster: Phone, sessions: FakeSessions, intake: IntakeFake, varanasi: PoliceRange
) -> None:
    """The bucket lets go of it, however often the tipster writes."""
    walk_to_review(tipster)
    tipster.sends(PHOTO)
    for _ in range(2):
        tipster.waits(hours=23, minutes=55)
        tipster.sends(VOICE)
    tipster.waits(minutes=15)

    [told] = tipster.taps("send")

    assert isinstance(told, Say)
    assert told.body.endswith(varanasi.text("hi", "note.expired", count=1))
    old, *newer = sessions.tips[0].evidence
    assert (old.state, old.key, old.reason) == ("lost", "", "waited too long")
    assert [each.state for each in newer] == ["kept", "kept"]
    assert intake.filed == ["kept/m2", "kept/m2"]


def test_a_message_without_files_asks_nothing_of_the_store(
    tipster: Phone, intake: IntakeFake
) -> None:
    class Untouched(IntakeFake):
        def file(self, *_: object) -> str:
            raise AssertionError

    tipster.flow = replace(tipster.flow, intake=Untouched())
    files(tipster)
