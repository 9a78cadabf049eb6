"""What the rooms need of the world, named by role. Adapters live in satark.aws and satark.whatsapp.

Every port may raise its technology's own errors; a handler lets them through, and the queue or
stream delivers again. Errors that a caller decides on are named here.
"""

from satark.ports.cases import (
    CaseHeads,
    CaseLedger,
    CaseStore,
    Conflicted,
    DueCases,
    FiledCases,
    Receipts,
)
from satark.ports.conversations import Desks, SessionStore
from satark.ports.delivery import Deliveries, Messenger, SentMessages
from satark.ports.files import (
    DraftFiles,
    Ear,
    EvidenceLinks,
    EvidenceReader,
    EvidenceStore,
    EvidenceViews,
    Eye,
    Labeller,
    MediaGone,
    MediaSource,
    MediaUnavailable,
)
from satark.ports.identity import (
    AddressOpener,
    AddressRewrapper,
    AddressVault,
    Blocks,
    IdentityKeys,
)
from satark.ports.officers import DeskFailed, Enlistment, Officers, Roster, RosterDesk
from satark.ports.queues import LabelsLine, Line, Outbox
from satark.ports.reports import (
    KeptReports,
    Lake,
    Mailer,
    Mailings,
    ReportOrders,
    ReportShelf,
    Seals,
)
from satark.ports.sign_in import CodeRefused, PoolUnavailable, UserPool

__all__ = [
    "AddressOpener",
    "AddressRewrapper",
    "AddressVault",
    "Blocks",
    "CaseHeads",
    "CaseLedger",
    "CaseStore",
    "CodeRefused",
    "Conflicted",
    "Deliveries",
    "DeskFailed",
    "Desks",
    "DraftFiles",
    "DueCases",
    "Ear",
    "Enlistment",
    "EvidenceLinks",
    "EvidenceReader",
    "EvidenceStore",
    "EvidenceViews",
    "Eye",
    "FiledCases",
    "IdentityKeys",
    "KeptReports",
    "Labeller",
    "LabelsLine",
    "Lake",
    "Line",
    "Mailer",
    "Mailings",
    "MediaGone",
    "MediaSource",
    "MediaUnavailable",
    "Messenger",
    "Officers",
    "Outbox",
    "PoolUnavailable",
    "Receipts",
    "ReportOrders",
    "ReportShelf",
    "Roster",
    "RosterDesk",
    "Seals",
    "SentMessages",
    "SessionStore",
    "UserPool",
]
