"""A certificate says what the ledger says, by hashes, and nothing that was told."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from operations.certificate.paper import WORDS, Cloud, pages, paper
from operations.certificate.record import BrokenChain, Record, record
from satark.aws.dynamo_cases import row_of
from satark.case import Happening
from satark.ledger import BEGINNING, LedgerRow
from satark.message import MediaKind
from tests.samples import varanasi
from tests.unit.lake.ledgers import EVERYTHING, FILED, ledger, secret

CLOUD = Cloud("123456789012", "ap-south-1", "evidence", "cases")
MADE = datetime(2026, 11, 24, 18, 45, tzinfo=UTC)
SHORT = replace(FILED, tip=replace(FILED.tip, evidence=()))
STORED, RECEIVED = "cd" * 32, "ab" * 32


def rows_of(happened: Sequence[Happening] = EVERYTHING) -> list[LedgerRow]:
    rows = list[LedgerRow]()
    for event in ledger(happened):
        rows.append(row_of(event, rows[-1].hash if rows else BEGINNING))
    return rows


def certified(hash_now: Callable[[str], str | None] = lambda _: STORED) -> Record:
    return record(rows_of(), hash_now)


def test_every_file_is_certified_whoever_sent_it() -> None:
    files = certified().files
    assert [(one.evidence.media, one.by, one.at.minute) for one in files] == [
        ("image", "tipster", 29),
        ("sticker", "tipster", 29),
        ("video", "tipster", 29),
        ("audio", "tipster", 29),
        ("document", "tipster", 29),
        ("audio", "officer", 30),
        ("image", "tipster", 31),
    ]


@pytest.mark.parametrize(
    ("now", "again"), [(STORED, "agrees"), (RECEIVED, "differs"), (None, "unread")]
)
def test_the_bytes_that_are_stored_are_hashed_again(now: str | None, again: str) -> None:
    assert {one.again for one in certified(lambda _: now).files} == {again}


def test_a_file_that_was_never_kept_is_not_looked_for() -> None:
    tip = replace(FILED.tip, evidence=(replace(FILED.tip.evidence[3], key=""),))
    [file] = record(rows_of([replace(FILED, tip=tip)]), lambda _: None).files
    assert file.again == "nowhere"


def test_what_was_touched_is_not_certified() -> None:
    rows = rows_of()
    rows[1] = replace(rows[1], event=rows[1].event.replace("officer", "other"))
    with pytest.raises(BrokenChain, match="row 3 does not follow row 2"):
        record(rows, lambda _: None)


def test_a_case_that_is_not_there_is_not_certified() -> None:
    with pytest.raises(LookupError):
        record([], lambda _: None)


def test_the_paper_has_hashes_and_indian_times() -> None:
    told = paper(certified(), varanasi(), CLOUD, made=MADE)
    assert (told["number"], told["made"]) == ("4829-1376", "25-11-2026 00:15:00")
    assert told["district"] == ["गाज़ीपुर", "Ghazipur"]
    assert told["cloud_id"].split(" · ") == [
        "AWS 123456789012",
        "arn:aws:s3:::evidence",
        "arn:aws:dynamodb:ap-south-1:123456789012:table/cases",
    ]
    first = told["files"][0]
    assert (first["received"], first["stored"]) == (RECEIVED, STORED)
    assert (first["at"], first["again"]) == ("23-11-2026 23:59:30", WORDS["again"]["agrees"])
    assert [row["hash"] for row in told["rows"]] == [row.hash for row in rows_of()]
    assert told["last"] == {"seq": len(EVERYTHING), "hash": rows_of()[-1].hash}


def test_nothing_that_was_told_stands_on_it() -> None:
    written = json.dumps(paper(certified(), varanasi(), CLOUD, made=MADE), ensure_ascii=False)
    for what in ("caption", "place", "statement", "answer", "report", "addition", "question"):
        assert secret(what) not in written
    for what in ("officer", "handle", "assigned", "reason", "fir", "id"):
        assert secret(what) not in written


def test_all_that_can_happen_and_be_sent_has_words_in_both_languages() -> None:
    kinds = {next(iter(get_args(get_type_hints(one)["kind"]))) for one in get_args(Happening)}
    assert set(WORDS["kinds"]) == kinds
    assert set(WORDS["media"]) == set(get_args(MediaKind))
    tables = [WORDS[name] for name in ("media", "by", "state", "again", "kinds")]
    single = [said for said in WORDS.values() if isinstance(said, list)]
    for pair in (*single, *(pair for table in tables for pair in table.values())):
        hindi, english = pair
        assert hindi
        assert english


@pytest.mark.parametrize("happened", [[SHORT], EVERYTHING])
def test_each_part_fits_its_page(happened: Sequence[Happening], typefaces: Path) -> None:
    """Part A, Part B, then the hash report, which may be long."""
    told = paper(record(rows_of(happened), lambda _: STORED), varanasi(), CLOUD, made=MADE)
    assert len(pages(told, typefaces=typefaces, form="png")) == (3 if happened == [SHORT] else 4)


def test_it_is_a_pdf_in_which_hindi_can_be_found(typefaces: Path) -> None:
    told = paper(certified(), varanasi(), CLOUD, made=MADE)
    [pdf] = pages(told, typefaces=typefaces)
    assert pdf.startswith(b"%PDF-")
    assert b"Mukta" in pdf
