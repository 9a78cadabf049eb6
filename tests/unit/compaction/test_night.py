"""Killed anywhere, and delivered again: a reader of the lake counts each event once, always."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.compaction import night
from satark.case import OfficerActed
from satark.lake.layout import COMPACTED, LANDING, SEALS, compacted_key
from tests.unit.compaction.shelf import Shelf, Struck, counted, daily_tips, land
from tests.unit.lake.ledgers import EVERYTHING, ledger

CASES = [ledger(case_id=f"0000000{n}") for n in range(1, 4)]
EVENTS = [event for case in CASES for event in case]
EXACT = {kind: len(CASES) for kind in Counter(what.kind for what in EVERYTHING)}
NIGHT = "2026-11-25"


def landed_twice() -> Shelf:
    """Batches of 25, and then again in batches of 30, as after a halving of batches."""
    shelf = Shelf()
    for size in (25, 30):
        for start in range(0, len(EVENTS), size):
            land(shelf, EVENTS[start : start + size])
    return shelf


def run(shelf: Shelf, seals: Shelf | None = None) -> None:
    night.run(shelf, seals or Shelf(), night=NIGHT)


def of(objects: dict[str, bytes], prefix: str) -> dict[str, bytes]:
    return {key: body for key, body in objects.items() if key.startswith(prefix)}


def test_a_batch_that_comes_again_lands_on_itself() -> None:
    shelf = Shelf()
    land(shelf, EVENTS)
    once = dict(shelf.objects)
    land(shelf, EVENTS)
    assert shelf.objects == once
    assert len(once) == 2  # the events are of two days


def test_two_nights_make_one_object_a_day_and_count_exactly() -> None:
    shelf = landed_twice()
    run(shelf)
    assert counted(shelf.objects) == EXACT
    assert set(of(shelf.objects, COMPACTED)) == {
        compacted_key("2026-11-23"),
        compacted_key("2026-11-24"),
    }
    assert of(shelf.objects, LANDING)
    run(shelf)
    assert counted(shelf.objects) == EXACT
    assert not of(shelf.objects, LANDING)
    assert daily_tips(shelf.objects) == len(CASES)


def test_what_is_done_is_not_done_anew() -> None:
    shelf = landed_twice()
    run(shelf)
    before = of(shelf.objects, COMPACTED)
    run(shelf)
    run(shelf)
    assert of(shelf.objects, COMPACTED) == before


def test_an_event_that_comes_late_is_counted_once() -> None:
    shelf = Shelf()
    land(shelf, EVENTS[:-1])
    run(shelf)
    run(shelf)
    land(shelf, EVENTS[-3:])
    assert counted(shelf.objects) == EXACT
    run(shelf)
    assert counted(shelf.objects) == EXACT
    run(shelf)
    assert counted(shelf.objects) == EXACT
    assert not of(shelf.objects, LANDING)


@pytest.mark.parametrize("nights_before", [0, 1])
def test_it_may_be_killed_at_any_call(nights_before: int) -> None:
    """Before each call and after it; what is delivered again meanwhile changes nothing."""
    before = landed_twice()
    for _ in range(nights_before):
        run(before)
    mended: list[dict[str, bytes]] = []
    for strike in count(1):
        shelf = Shelf(dict(before.objects), strike=strike)
        finished = False
        with suppress(Struck, night.DaysLeft):
            run(shelf)
            finished = True
        assert counted(shelf.objects) == EXACT, strike
        if not finished and shelf.objects in mended:
            continue
        mended.append(dict(shelf.objects))
        shelf.strike = 0
        land(shelf, EVENTS[4:11])
        run(shelf)
        assert counted(shelf.objects) == EXACT, strike
        run(shelf)
        assert (counted(shelf.objects), daily_tips(shelf.objects)) == (EXACT, len(CASES)), strike
        assert not of(shelf.objects, LANDING)
        if finished:
            return


def test_a_reader_who_began_before_finds_all_whenever_it_looks() -> None:
    """It lists the one table at one time, and the other at any later time of the same night."""
    shelf = landed_twice()
    for _ in range(2):
        shelf.views.clear()
        run(shelf)
        seen = [
            view for at, view in enumerate(shelf.views) if at == 0 or view != shelf.views[at - 1]
        ]
        for earlier in range(len(seen)):
            for later in range(earlier, len(seen)):
                for first, then in ((COMPACTED, LANDING), (LANDING, COMPACTED)):
                    objects = of(seen[earlier], first) | of(seen[later], then)
                    assert counted(objects) == EXACT


def test_of_two_runs_at_once_none_loses_what_the_other_found() -> None:
    shelf = Shelf()
    land(shelf, EVENTS[:20])
    fetch = shelf.fetch

    def interrupted(key: str, destination: Path) -> str | None:
        version = fetch(key, destination)
        if key.startswith(COMPACTED):
            shelf.fetch = fetch  # type: ignore[method-assign]  # once
            land(shelf, EVENTS[20:])
            run(shelf)
            run(shelf)
        return version

    shelf.fetch = interrupted  # type: ignore[method-assign]  # somebody else's run comes between
    with suppress(night.DaysLeft):
        run(shelf)
    assert counted(shelf.objects) == EXACT
    run(shelf)
    run(shelf)
    assert counted(shelf.objects) == EXACT
    assert not of(shelf.objects, LANDING)


def test_a_day_that_cannot_be_read_keeps_no_other_back(capsys: pytest.CaptureFixture[str]) -> None:
    shelf, seals = landed_twice(), Shelf()
    shelf.objects[f"{LANDING}dt=2026-11-23/broken.jsonl.gz"] = b"not gzip"
    with pytest.raises(night.DaysLeft):
        run(shelf, seals)
    assert list(of(shelf.objects, COMPACTED)) == [compacted_key("2026-11-24")]
    assert counted(of(shelf.objects, COMPACTED)) != {}
    assert "day_failed" in capsys.readouterr().out
    assert of(seals.objects, SEALS)


def test_an_empty_lake_is_left_alone() -> None:
    shelf, seals = Shelf(), Shelf()
    run(shelf, seals)
    assert (shelf.objects, seals.objects) == ({}, {})


def test_a_row_never_changes_once_it_was_compacted() -> None:
    shelf = Shelf()
    [first] = ledger(EVERYTHING[:1])
    land(shelf, [first])
    run(shelf)
    before = of(shelf.objects, COMPACTED)
    land(shelf, [replace(first, what=OfficerActed("o", "closed"))])
    run(shelf)
    assert of(shelf.objects, COMPACTED) == before


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_any_delivery_and_any_kill_count_the_same(data: st.DataObject) -> None:
    shelf = Shelf()
    whole = st.lists(st.sampled_from(EVENTS), max_size=12)
    for _ in range(data.draw(st.integers(1, 4))):
        land(shelf, data.draw(whole))
        shelf.half_calls, shelf.strike = 0, data.draw(st.integers(0, 20))
        with suppress(Struck, night.DaysLeft):
            run(shelf)
        shelf.strike = 0
    land(shelf, EVENTS)
    run(shelf)
    run(shelf)
    assert counted(shelf.objects) == EXACT


def test_the_seal_says_how_far_each_case_had_come() -> None:
    shelf, seals = landed_twice(), Shelf()
    run(shelf, seals)
    [(key, body)] = seals.objects.items()
    last = len(EVERYTHING)
    assert body.decode().splitlines() == [f'["0000000{n}",{last},"h{last}"]' for n in (1, 2, 3)]
    assert key == f"seals/dt={NIGHT}/{sha256(body).hexdigest()}.jsonl"


def test_a_seal_that_is_written_again_is_the_same_object() -> None:
    shelf, seals = landed_twice(), Shelf()
    run(shelf, seals)
    run(shelf, seals)
    assert len(seals.objects) == 1


def test_nothing_leaves_the_landing_before_it_is_sealed() -> None:
    shelf = landed_twice()
    for strike in (1, 2):
        with suppress(Struck):
            run(shelf, Shelf(strike=strike))
        assert of(shelf.objects, LANDING)
