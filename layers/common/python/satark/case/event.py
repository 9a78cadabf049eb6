"""One line of the ledger of a case."""

from dataclasses import dataclass
from datetime import datetime

from satark.case.officer import (
    ActionDetailed,
    AlertOpened,
    AlertProgressed,
    CaseNoted,
    OfficerActed,
    OfficerAsked,
    OfficerReported,
)
from satark.case.superior import (
    CaseMerged,
    CaseTransferred,
    FilesOpened,
    OfficerAssigned,
    OpeningAgreed,
    OpeningAsked,
    SenderBlocked,
    SenderUnblocked,
)
from satark.case.tipster import TipExtended, TipFiled, TipsterRated
from satark.case.viewing import CaseViewed, EvidenceViewed
from satark.case.watch import DeadlinePassed, FileLabelled, LevelRaised

Happening = (
    TipFiled
    | AlertOpened
    | AlertProgressed
    | OfficerActed
    | OfficerReported
    | TipExtended
    | TipsterRated
    | OfficerAsked
    | ActionDetailed
    | CaseNoted
    | OfficerAssigned
    | CaseTransferred
    | CaseMerged
    | SenderBlocked
    | SenderUnblocked
    | OpeningAsked
    | OpeningAgreed
    | FilesOpened
    | FileLabelled
    | LevelRaised
    | DeadlinePassed
    | CaseViewed
    | EvidenceViewed
)


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of the ledger. `seq` counts from 1 without gaps.

    `id` is derived from what caused the event: the same cause is recorded once.
    """

    case_id: str
    seq: int
    id: str
    at: datetime
    what: Happening


def tip_number(case_id: str) -> str:
    """The eight digits of a case id as people read and write them: `4829-1376`."""
    digits = case_id.replace("-", "")
    return f"{digits[:4]}-{digits[4:]}"
