"""Each way to touch the ledger is found, and said in a way that leads to the row."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from functions.compaction.seal import sealed
from operations.audit import Fault, Kept, Seal, audit
from operations.verify import report
from satark.ledger import BEGINNING, LedgerRow, Link

ONE, OTHER = "48291376", "48291377"


def chain(case_id: str, texts: str) -> list[LedgerRow]:
    rows = list[LedgerRow]()
    for seq, text in enumerate(texts, start=1):
        follows = rows[-1].hash if rows else BEGINNING
        rows.append(LedgerRow(case_id, seq, "2026-11-24T09:30:00+00:00", "k", text, follows))
    return rows


def seal(night: str, *cases: Sequence[LedgerRow]) -> Seal:
    return Seal(night, *sealed(_last(rows) for rows in cases))


def _last(rows: Sequence[LedgerRow]) -> Link:
    return Link(rows[-1].case_id, rows[-1].seq, rows[-1].hash)


def whole() -> Kept:
    """Two cases; one was sealed after two rows and then went on."""
    one, other = chain(ONE, "abcd"), chain(OTHER, "xy")
    return Kept(
        cases={ONE: one, OTHER: other},
        heads={ONE: _last(one), OTHER: _last(other)},
        seals=[seal("2026-11-24", one[:2], other), seal("2026-11-25", one[:3])],
    )


def cases(change: Callable[[list[LedgerRow]], list[LedgerRow]]) -> Kept:
    kept = whole()
    return replace(kept, cases={**kept.cases, ONE: change(list(kept.cases[ONE]))})  # type: ignore[arg-type]  # the rows of whole() are LedgerRows


def anew(rows: list[LedgerRow], *, head: bool) -> Kept:
    """By somebody who can write both tables, and hashes whatever follows."""
    kept = whole()
    heads = {**kept.heads, ONE: _last(rows)} if head else kept.heads
    return replace(kept, cases={**kept.cases, ONE: rows}, heads=heads)


def test_nothing_is_wrong_where_nobody_was() -> None:
    found = audit(whole())
    assert found.faults == []
    assert list(report(whole(), found)) == [
        "2 cases, 6 rows.",
        "2 sealed nights, from 2026-11-24 to 2026-11-25.",
        "5 rows are sealed; 1 came later.",
        "Nothing was changed, dropped or moved.",
    ]


def test_a_ledger_without_a_seal_has_its_chain_alone() -> None:
    kept = replace(whole(), seals=[])
    assert next(line for line in report(kept, audit(kept)) if "sealed" in line) == (
        "0 rows are sealed; 6 came later."
    )


DAMAGE: dict[str, tuple[Kept, set[str]]] = {
    "an edit": (
        cases(lambda rows: [rows[0], replace(rows[1], event="B"), *rows[2:]]),
        {
            "row 3 does not follow row 2 as it stands",
            "row 2 is not what it was, by the seal of 2026-11-24",
        },
    ),
    "an edit of the last row": (
        cases(lambda rows: [*rows[:3], replace(rows[3], event="D")]),
        {"row 4 is not what it was, by its head"},
    ),
    "a drop": (
        cases(lambda rows: [rows[0], *rows[2:]]),
        {
            "row 2 is not there: row 3 stands in its place",
            "row 2 was there, and is not, by the seal of 2026-11-24",
        },
    ),
    "a cut end": (cases(lambda rows: rows[:3]), {"row 4 was there, and is not, by its head"}),
    "a reorder": (
        cases(lambda rows: [rows[0], replace(rows[2], seq=2), replace(rows[1], seq=3), rows[3]]),
        {
            "row 2 does not follow row 1 as it stands",
            "row 3 does not follow row 2 as it stands",
            "row 4 does not follow row 3 as it stands",
            "row 2 is not what it was, by the seal of 2026-11-24",
            "row 3 is not what it was, by the seal of 2026-11-25",
        },
    ),
    "a row of another case": (
        cases(lambda rows: [rows[0], replace(rows[1], case_id=OTHER), *rows[2:]]),
        {
            "row 3 does not follow row 2 as it stands",
            "row 2 is not what it was, by the seal of 2026-11-24",
        },
    ),
    "a row too many": (
        cases(lambda rows: [*rows, replace(chain(ONE, "abcde")[4], event="E")]),
        {"goes on after row 4, where its head ends"},
    ),
    "a case that is gone": (
        cases(lambda _: []),
        {
            "row 2 was there, and is not, by the seal of 2026-11-24",
            "row 3 was there, and is not, by the seal of 2026-11-25",
            "row 4 was there, and is not, by its head",
        },
    ),
    "a chain made anew": (
        anew(chain(ONE, "aBcd"), head=True),
        {
            "row 2 is not what it was, by the seal of 2026-11-24",
            "row 3 is not what it was, by the seal of 2026-11-25",
        },
    ),
    "a chain made anew under the old head": (
        anew(chain(ONE, "abcD"), head=False),
        {"row 4 is not what it was, by its head"},
    ),
    "a head that is gone": (
        replace(whole(), heads={OTHER: whole().heads[OTHER]}),
        {"has no head"},
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(damage: str) -> None:
    kept, what = DAMAGE[damage]
    assert set(audit(kept).faults) == {Fault("4829-1376", each) for each in what}


def test_a_seal_that_was_written_over_counts_for_nothing() -> None:
    """And says so: the true version is still there, for nobody can remove it."""
    kept = whole()
    false = replace(kept.seals[0], body=kept.seals[0].body.replace(b"2,", b"9,"))
    found = audit(replace(kept, seals=[*kept.seals, false]))
    where = "seal of 2026-11-24"
    assert found.faults == [Fault(where, "is not what its name says, and counts for nothing")]


def test_a_seal_that_was_deleted_is_still_held_against() -> None:
    kept = cases(lambda rows: rows[:1])
    kept = replace(kept, heads={}, seals=[replace(kept.seals[0], hidden=True)])
    assert Fault("seal of 2026-11-24", "was deleted; what it says is still there, and counts") in (
        audit(kept).faults
    )
    assert Fault("4829-1376", "row 2 was there, and is not, by the seal of 2026-11-24") in (
        audit(kept).faults
    )


def test_a_whole_case_made_up_is_found_by_its_missing_head() -> None:
    kept = whole()
    kept = replace(kept, cases={**kept.cases, "48291378": chain("48291378", "a")})
    assert audit(kept).faults == [Fault("4829-1378", "has no head")]


def test_the_report_counts_and_leads_to_the_row() -> None:
    kept = cases(lambda rows: rows[:3])
    assert list(report(kept, audit(kept)))[-2:] == [
        "WRONG  4829-1376: row 4 was there, and is not, by its head",
        "Wrong: 1, in 1 places.",
    ]
