"""A warm function serves one person after another, and takes nothing of the one to the other."""

from collections.abc import Iterator

import pytest

import satark.fifo
from local.leaks import find
from tests.faults import events
from tests.faults.marked import Marked
from tests.faults.rooms import Rooms, remembered

ROOMS: dict[str, events.Prepare] = {
    "Webhook": events.everything_posted,
    "Flow": events.first_photo,
    "Dispatch": events.filed_case,
    "Lake": events.filed_case,
    "Compaction": events.a_night,
    "Reports": events.a_quiet_month,
    "Dashboard": events.officer_looks,
    "OfficerReply": events.officers_photo,
    "Deadlines": events.late,
    "Opening": events.files_to_open,
    "Roster": events.an_officer_to_enlist,
    "Labels": events.file_to_label,
    "OfficersCourier": events.notices,
    "TipsCourier": events.replies,
}


@pytest.mark.parametrize("function", ROOMS)
def test_nothing_of_one_person_is_left_when_the_next_was_served(
    function: str, rooms: Rooms, people: Iterator[Marked]
) -> None:
    """Strings cannot be overwritten in Python, but nothing of ours may still lead to them."""
    first, second = next(people), next(people)
    served = [(person, ROOMS[function](rooms, person)) for person in (first, second)]

    with rooms.started(function) as handler:
        for _, event in served:
            said = rooms.said(handler, event, fails_at=None, kind="refused", words="")
            assert not said.failed
        left = list(remembered())

    assert len(left) > 10_000
    assert kept(first, left) == {}
    assert list(rooms.scratch.rglob("*")) == []


def test_every_function_of_the_template_is_searched(rooms: Rooms) -> None:
    assert set(ROOMS) == set(rooms.house.functions)


def test_what_a_module_keeps_is_found(
    people: Iterator[Marked], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = next(people)
    monkeypatch.setattr(satark.fifo, "_seen", [{"of": (person.number,)}], raising=False)

    assert list(kept(person, list(remembered()))) == ["number"]


def kept(person: Marked, texts: list[bytes]) -> dict[str, list[bytes]]:
    """What still stands of this person, and in which text."""
    whole = b"\0".join(texts)
    return {
        what: [text for text in texts if find(forms, text)]
        for what, forms in person.identity().items()
        if find(forms, whole)
    }
