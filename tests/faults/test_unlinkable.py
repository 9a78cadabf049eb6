"""Whether one person sends all tips or each is sent by another, the police side sees the same.

One schedule is played twice, with other senders. Everything that the police side's functions are
woken with, read, write, send and print is equal then, and so is all that rests in the stores, once
what chance or a key has made is named by where it appears first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import pytest

from tests.faults.conftest import OpenRooms
from tests.faults.marked import Marked
from tests.faults.schedule import Schedule
from tests.faults.watching import Watch

TIPS = ("liquor", "trafficking")
"""Two categories: the files of one go to officers, those of the other are protected."""

type Act = tuple[str, str, int, int]
"""Of which room, which call, and the sizes of question and answer."""


@dataclass(frozen=True, slots=True)
class Seen:
    """`greetings`: of the sender of both tips, of a stranger; `news`: what the police saw then."""

    by_one: list[str]
    by_many: list[str]
    greetings: tuple[list[Act], list[Act]]
    news: list[str]


@pytest.fixture(scope="module")
def seen(open_rooms: OpenRooms) -> Seen:
    one, another, stranger, officer = islice(Marked.people(), 4)
    with played(open_rooms, officer, one, another) as schedule:
        by_many = schedule.picture()
    with played(open_rooms, officer, one, one) as schedule:
        by_one, before = schedule.picture(), len(schedule.seen)
        greetings = (greeted(schedule, one), greeted(schedule, stranger))
        return Seen(by_one, by_many, greetings, schedule.seen[before:])


@contextmanager
def played(open_rooms: OpenRooms, officer: Marked, *senders: Marked) -> Iterator[Schedule]:
    """Each tip by the sender at its place; then the officer accepts both."""
    with open_rooms() as rooms, pytest.MonkeyPatch.context() as patched:
        schedule = Schedule(rooms, Watch(), officer)
        schedule.begin(patched)
        for sender, category in zip(senders, TIPS, strict=True):
            schedule.tells(sender, category)
        for case_id in tuple(schedule.case_ids):
            schedule.accepts(case_id)
        yield schedule


def greeted(schedule: Schedule, person: Marked) -> list[Act]:
    """The sizes of what lies in a session are left out: it remembers which messages were heard."""
    schedule.did.clear()
    schedule.says(person, person.text("Hi"))
    return [
        (
            room,
            call.name,
            *(() if "StoresSessions" in call.told else (len(call.told), len(call.answered))),
        )
        for room, call in schedule.did
    ]


@pytest.mark.promise(4)
def test_tips_of_one_person_look_like_tips_of_many(
    seen: Seen, record_property: Callable[[str, object], None]
) -> None:
    assert len(seen.by_one) > 100
    for kept in ("kept/", "protected/", "officer_acted"):
        assert any(kept in line for line in seen.by_one)
    pairs = zip(seen.by_one, seen.by_many, strict=True)
    assert [pair for pair in pairs if len(set(pair)) > 1] == []
    record_property("figure", f"{len(seen.by_one)} events, calls, lines and rows alike")


@pytest.mark.promise(7)
def test_a_known_tipsters_greeting_is_handled_like_a_strangers(seen: Seen) -> None:
    known, unknown = seen.greetings
    assert len(known) > 5
    assert known == unknown
    assert seen.news == []
