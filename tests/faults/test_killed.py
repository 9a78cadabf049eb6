"""Killed or failed at any call, and called again: counts stay exact, and a mail comes once.

Each call to AWS of the real functions is struck before it and after it, once as when the process is
gone and once as when only the answer is lost. Then the function is called again, as AWS would.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import typst

from functions.reports import drawing, handler
from satark.aws import clients
from satark.lake.layout import LANDING
from tests.faults import events
from tests.faults.marked import Marked
from tests.faults.outside import Kind
from tests.faults.rooms import Rooms
from tests.unit.compaction.shelf import counted, daily_tips

STRIKES: tuple[tuple[Kind, bool], ...] = (
    ("killed", False),
    ("killed", True),
    ("timeout", False),
    ("timeout", True),
)
"""How, and whether the call was done all the same."""
ONE_TIP = {"tip_filed": 1}
LOOKS = (0, 1, 3, 20, 40)
"""Minutes: Lambda tries a run that failed again after one and after two; the clock comes thrice."""


@pytest.fixture
def at_eight(monkeypatch: pytest.MonkeyPatch, rooms: Rooms) -> SimpleNamespace:
    """The clock of the reports; and typst, which may be struck like a call."""
    clock = SimpleNamespace(time=lambda: 0.0)
    monkeypatch.setattr(handler, "time", clock)
    drawn = rooms.outside.counted("typst.compile", typst.compile)
    monkeypatch.setattr(drawing, "typst", SimpleNamespace(Fonts=typst.Fonts, compile=drawn))
    return clock


def in_the_lake(rooms: Rooms) -> dict[str, bytes]:
    bucket, s3 = rooms.house.names["LakeStoresBucket"], clients.s3()
    found = s3.list_objects_v2(Bucket=bucket).get("Contents", [])
    keys = [one["Key"] for one in found]
    return {key: s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}


@pytest.mark.parametrize(("kind", "done"), STRIKES)
def test_a_tip_is_counted_once_wherever_the_lake_was_struck(
    rooms: Rooms, people: Iterator[Marked], kind: Kind, *, done: bool
) -> None:
    event = events.filed_alone(rooms, next(people))
    rooms.outside.done = done
    assert rooms.run("Lake", event, fails_at=0, kind=kind).failed
    assert rooms.outside.calls == ["s3.PutObject"]
    for _ in range(2):
        assert not rooms.run("Lake", event).failed
        assert counted(in_the_lake(rooms)) == ONE_TIP


@pytest.mark.parametrize(("kind", "done"), STRIKES[1:3])
@pytest.mark.parametrize("before", [events.landed, events.a_night], ids=["first", "second"])
def test_a_tip_is_counted_once_whenever_a_night_was_struck(
    rooms: Rooms, people: Iterator[Marked], before: events.Prepare, kind: Kind, *, done: bool
) -> None:
    event = before(rooms, next(people))
    assert not rooms.run("Compaction", event).failed
    calls = list(rooms.outside.calls)
    assert {"s3.ListObjectsV2", "s3.GetObject", "s3.PutObject"} <= set(calls)
    for at, call in enumerate(calls):
        event = before(rooms, next(people))
        rooms.outside.done = done
        assert rooms.run("Compaction", event, fails_at=at, kind=kind).failed, call
        assert counted(in_the_lake(rooms)) == ONE_TIP, call
        for _ in range(2):
            assert not rooms.run("Compaction", event).failed
            assert counted(in_the_lake(rooms)) == ONE_TIP, call
        assert daily_tips(in_the_lake(rooms)) == 1
        assert not [key for key in in_the_lake(rooms) if key.startswith(LANDING)]


@pytest.mark.parametrize(("kind", "done"), STRIKES)
def test_a_report_comes_once_or_at_one_edge_twice(
    rooms: Rooms, people: Iterator[Marked], at_eight: SimpleNamespace, kind: Kind, *, done: bool
) -> None:
    """Twice only where SES had taken it and nobody lived to note that, or never heard of it."""
    calls = report(rooms, people, at_eight)[1]
    assert {"dynamodb.PutItem", "athena.GetQueryResults", "typst.compile"} < set(calls)
    twice = []
    for at, call in enumerate(calls):
        rooms.outside.done = done
        mails, _ = report(rooms, people, at_eight, at, kind)
        assert mails in {1, 2}, call
        twice += [call] * (mails - 1)
    assert twice == (["sesv2.SendEmail"] if done else ["dynamodb.UpdateItem"])


def report(
    rooms: Rooms,
    people: Iterator[Marked],
    clock: SimpleNamespace,
    at: int | None = None,
    kind: Kind = "killed",
) -> tuple[int, list[str]]:
    """How many mails a morning brings, and the calls of its first run, which is struck at one."""
    event = events.a_quiet_month(rooms, next(people))
    before, calls = len(events.mailed().sent_messages), list[str]()
    for minutes in LOOKS:
        at_minute = datetime(2026, 12, 1, 2, 30, tzinfo=UTC) + timedelta(minutes=minutes)
        clock.time = at_minute.timestamp
        events.athena_answers_nothing()
        said = rooms.run("Reports", event, fails_at=None if minutes else at, kind=kind)
        calls = calls or list(rooms.outside.calls)
        assert minutes or said.failed is (at is not None)
    return len(events.mailed().sent_messages) - before, calls
