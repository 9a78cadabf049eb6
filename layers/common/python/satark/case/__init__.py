"""A case is its events: an append-only ledger from which everything else is read."""

from satark.case.case import Case
from satark.case.event import CaseEvent, Happening, tip_number
from satark.case.officer import (
    Action,
    ActionDetailed,
    AlertOpened,
    AlertProgressed,
    CaseNoted,
    OfficerActed,
    OfficerAsked,
    OfficerReported,
)
from satark.case.status import Status, status_after, status_named
from satark.case.superior import (
    BlockReason,
    CaseMerged,
    CaseTransferred,
    Decided,
    FilesOpened,
    OfficerAssigned,
    Opening,
    OpeningAgreed,
    OpeningAsked,
    SenderBlocked,
    SenderUnblocked,
)
from satark.case.tipster import TipExtended, TipFiled, TipsterRated
from satark.case.viewing import CaseViewed, EvidenceViewed, Viewed
from satark.case.watch import DeadlinePassed, FileLabelled, LevelRaised

__all__ = [
    "Action",
    "ActionDetailed",
    "AlertOpened",
    "AlertProgressed",
    "BlockReason",
    "Case",
    "CaseEvent",
    "CaseMerged",
    "CaseNoted",
    "CaseTransferred",
    "CaseViewed",
    "DeadlinePassed",
    "Decided",
    "EvidenceViewed",
    "FileLabelled",
    "FilesOpened",
    "Happening",
    "LevelRaised",
    "OfficerActed",
    "OfficerAsked",
    "OfficerAssigned",
    "OfficerReported",
    "Opening",
    "OpeningAgreed",
    "OpeningAsked",
    "SenderBlocked",
    "SenderUnblocked",
    "Status",
    "TipExtended",
    "TipFiled",
    "TipsterRated",
    "Viewed",
    "status_after",
    "status_named",
    "tip_number",
]
