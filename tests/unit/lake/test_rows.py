"""What the lake learns of a case: counts, times and ids of the range's data, and of nobody."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from local.leaks import find, forms_of
from satark.case import ActionDetailed, Happening, OfficerActed, TipExtended
from satark.lake.cells import cell
from satark.lake.rows import Row, day_of, row_of
from satark.lake.schema import COLUMNS, EVERY_KIND, KINDS
from satark.tip import Place
from tests.samples import varanasi
from tests.unit.lake.ledgers import EVERYTHING, FILED, TIP, ledger

IST = datetime.fromisoformat
OF_A_KIND: dict[str, dict[str, Any]] = {
    "tip_filed": {
        "district": "ghazipur",
        "thana": "ghazipur/zamania",
        "category": "liquor",
        "conflict": "station",
        "level": "sensitive",
        "score": 70,
        "accept_by": IST("2026-11-24T05:59:30"),
        "report_by": IST("2026-11-26T23:59:30"),
        "h3_r7": "873c1664dffffff",
        "h3_r8": "883c1664d9fffff",
        "occurs": "regularly",
        "language": "hi",
        "photos": 2,
        "videos": 1,
        "audios": 0,
        "documents": 0,
    },
    "alert_opened": {},
    "alert_progressed": {},
    "officer_acted": {"action": "accepted", "status": "accepted"},
    "officer_reported": {"media": "audio"},
    "tip_extended": {"media": "photo"},
    "tipster_rated": {"helpful": True},
    "officer_asked": {},
    "action_detailed": {"fir": True, "arrests": 2, "seizure": False},
    "case_noted": {},
    "case_viewed": {},
    "evidence_viewed": {},
    "officer_assigned": {},
    "case_transferred": {"district": "jaunpur"},
    "case_merged": {"merged_into": "48291377"},
    "sender_blocked": {},
    "sender_unblocked": {},
    "opening_asked": {},
    "opening_agreed": {},
    "files_opened": {},
    "file_labelled": {},
    "level_raised": {"level": "critical", "score": 120},
    "deadline_passed": {"what": "accept", "step": 2},
}


def row(*happened: Happening) -> Row:
    return row_of(ledger(happened)[-1], police_range=varanasi(), cell=cell)


@pytest.mark.parametrize("event", ledger(), ids=lambda event: event.what.kind)
def test_a_row_tells_this_of_its_kind_and_no_more(event: Any) -> None:
    told = row_of(event, police_range=varanasi(), cell=cell)
    assert {name: told[name] for name in told if name not in EVERY_KIND} == OF_A_KIND[
        event.what.kind
    ]
    assert told["event_id"] == f"48291376-{event.seq}"
    assert told["case_id"] == "48291376"


def test_nobody_and_nobodys_words_are_in_a_row() -> None:
    """Everything in these events that is not of the range's data was planted."""
    told = repr([row_of(event, police_range=varanasi(), cell=cell) for event in ledger()])
    assert "PLANTED" not in told
    assert not find(forms_of("+919000000042"), told.encode())
    for part in ("25.42", "83.56", "ab" * 32, "cd" * 32):
        assert part not in told


def test_words_where_an_id_should_be_are_not_let_through() -> None:
    tip = replace(TIP, thana="ask Ram, 9000000042", when="कल रात", category="शराब")
    told = row(replace(FILED, tip=tip))
    assert (told["thana"], told["occurs"], told["category"]) == (None, None, None)


def test_a_place_in_words_has_no_cell() -> None:
    assert "h3_r8" not in row(replace(FILED, tip=replace(TIP, place=Place("पुल के पास"))))


def test_what_was_not_asked_is_neither_yes_nor_no() -> None:
    told = row(FILED, ActionDetailed("o", arrests=1))
    assert (told["fir"], told["arrests"], told["seizure"]) == (None, 1, None)


def test_an_addition_in_words_has_no_media() -> None:
    assert row(FILED, TipExtended("words"))["media"] is None


def test_a_status_is_that_of_the_action_alone() -> None:
    assert row(FILED, OfficerActed("o", "nothing_found"))["status"] == "closed"


def test_the_day_ends_at_midnight_in_india() -> None:
    assert [day_of(event) for event in ledger()[:3]] == ["2026-11-23", "2026-11-23", "2026-11-24"]


def test_the_schema_says_which_kinds_have_a_column() -> None:
    told: dict[str, set[str]] = {name: set() for name in COLUMNS}
    for event in ledger():
        for name in row_of(event, police_range=varanasi(), cell=cell):
            told[name].add(event.what.kind)
    assert {name: kinds for name, kinds in told.items() if name not in EVERY_KIND} == KINDS
    assert all(told[name] == set(OF_A_KIND) for name in EVERY_KIND)
    assert len(EVERYTHING) == len(OF_A_KIND)
