"""A chain of rows, and that no change of it stays unseen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.ledger import BEGINNING, LedgerRow, Link, breaks, contradicts

FIELDS = ("case_id", "at", "kind", "event", "follows")


def chain(texts: Sequence[str]) -> list[LedgerRow]:
    rows = list[LedgerRow]()
    for seq, text in enumerate(texts, start=1):
        follows = rows[-1].hash if rows else BEGINNING
        rows.append(LedgerRow("48291376", seq, "2026-11-24T09:30:00+00:00", "k", text, follows))
    return rows


def head(rows: Sequence[LedgerRow]) -> Link:
    return Link(rows[-1].case_id, rows[-1].seq, rows[-1].hash)


def faults(rows: Sequence[LedgerRow], links: Iterable[Link]) -> Iterator[str]:
    yield from breaks(rows)
    yield from (found for link in links if (found := contradicts(rows, link)))


chains = st.lists(st.text(max_size=8), min_size=1, max_size=6).map(chain)


def test_what_is_hashed_is_written_down_byte_by_byte() -> None:
    """docs/ledger.md shows these bytes, so that anyone can compute them with other tools."""
    row = LedgerRow("48291376", 2, "2026-11-24T09:30:00+00:00", "alert_opened", '{"क":1}', "ab")
    canonical = (
        r'["48291376",2,"2026-11-24T09:30:00+00:00","alert_opened","{\"' + "क" + r'\":1}","ab"]'
    )
    assert row.hash == sha256(canonical.encode()).hexdigest()


@given(chains)
def test_nobody_touched_it(rows: list[LedgerRow]) -> None:
    assert list(faults(rows, [head(rows)])) == []
    assert list(faults(rows, [head(rows), head(rows[:1])])) == []


@given(chains, st.data())
def test_any_edit_is_found(rows: list[LedgerRow], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    edited = list(rows)
    edited[at] = replace(rows[at], **{field: getattr(rows[at], field) + "x"})
    assert list(faults(edited, [head(rows)]))


@given(chains, st.data())
def test_any_drop_is_found(rows: list[LedgerRow], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    assert list(faults([*rows[:at], *rows[at + 1 :]], [head(rows)]))


@given(st.lists(st.text(max_size=8), min_size=2, max_size=6, unique=True).map(chain), st.data())
def test_any_reorder_is_found(rows: list[LedgerRow], data: st.DataObject) -> None:
    """Also where each row is given the number of its new place."""
    one, other = sorted(
        data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=2, max_size=2, unique=True))
    )
    moved = list(rows)
    moved[one], moved[other] = rows[other], rows[one]
    renumbered = [replace(row, seq=seq) for seq, row in enumerate(moved, start=1)]
    assert list(faults(moved, [head(rows)]))
    assert list(faults(renumbered, [head(rows)]))


def forged(rows: Sequence[LedgerRow], at: int) -> list[LedgerRow]:
    """As somebody would who can write the table: every later row is hashed anew."""
    return chain([*(row.event for row in rows[:at]), "forged", *(r.event for r in rows[at + 1 :])])


@given(chains, st.data())
def test_a_chain_made_anew_is_betrayed_by_what_was_sealed(
    rows: list[LedgerRow], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    anew = forged(rows, at)
    if anew == rows:
        return
    assert list(faults(anew, [head(anew)])) == []
    assert list(faults(anew, [head(anew), head(rows)]))


def mutations(rows: list[LedgerRow]) -> Iterator[list[LedgerRow]]:
    yield rows[:-1]
    yield []


@pytest.mark.parametrize("rows", list(mutations(chain(["a", "b", "c"]))))
def test_the_end_of_a_case_cannot_be_cut_off(rows: list[LedgerRow]) -> None:
    assert list(faults(rows, [Link("48291376", 3, chain(["a", "b", "c"])[-1].hash)])) == [
        "row 3 was there, and is not"
    ]


def test_it_says_which_row() -> None:
    rows = chain(["a", "b", "c"])
    edited = [rows[0], replace(rows[1], event="x"), rows[2]]
    assert list(faults(edited, [head(rows)])) == ["row 3 does not follow row 2 as it stands"]
    assert list(faults([rows[0], rows[2]], [head(rows)])) == [
        "row 2 is not there: row 3 stands in its place"
    ]
