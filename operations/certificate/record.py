"""What is certified of a case: its files and its rows, by their hashes, and no word of a tip."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from satark import wire
from satark.case import CaseEvent, OfficerReported, TipExtended, TipFiled
from satark.ledger import LedgerRow, breaks
from satark.tip import Evidence

Again = Literal["agrees", "differs", "unread", "nowhere"]
"""Whether the stored bytes still have their hash; `nowhere` where a file was never kept."""

type HashNow = Callable[[str], str | None]
"""The SHA-256 of what lies under a key now, hex; None where it cannot be read."""


class BrokenChain(Exception):
    """The case's rows are not what they were: a certificate would say what is not true."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """`by` is who sent it: the tipster, of whom nothing is known, or an officer."""

    evidence: Evidence
    at: datetime
    by: Literal["tipster", "officer"]
    again: Again


@dataclass(frozen=True, slots=True)
class Record:
    case_id: str
    district: str
    files: tuple[FileRecord, ...]
    rows: tuple[LedgerRow, ...]


def record(rows: Sequence[LedgerRow], hash_now: HashNow) -> Record:
    """Raises BrokenChain, and LookupError where there is no such case."""
    if not rows:
        raise LookupError
    if broken := list(breaks(rows)):
        raise BrokenChain("; ".join(broken))
    events = [wire.case_event.load(row.event) for row in rows]
    return Record(
        case_id=rows[0].case_id,
        district=_district(events[0]),
        files=tuple(_files(events, hash_now)),
        rows=tuple(rows),
    )


def _district(first: CaseEvent) -> str:
    assert isinstance(first.what, TipFiled)  # noqa: S101 - a case begins with its tip
    return first.what.tip.district


def _files(events: Sequence[CaseEvent], hash_now: HashNow) -> Iterator[FileRecord]:
    for event in events:
        match event.what:
            case TipFiled(tip=tip):
                for one in tip.evidence:
                    yield FileRecord(one, event.at, "tipster", _again(one, hash_now))
            case TipExtended(evidence=Evidence() as one):
                yield FileRecord(one, event.at, "tipster", _again(one, hash_now))
            case OfficerReported(evidence=Evidence() as one):
                yield FileRecord(one, event.at, "officer", _again(one, hash_now))


def _again(evidence: Evidence, hash_now: HashNow) -> Again:
    if not evidence.key:
        return "nowhere"
    now = hash_now(evidence.key)
    if now is None:
        return "unread"
    return "agrees" if now == evidence.sha256_stored else "differs"
