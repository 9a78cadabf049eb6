"""What SP and DIG offices decided about the case."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class OfficerAssigned:
    """A superior gives the case to an officer, who acts on it from now on."""

    by: str
    officer_id: str
    kind: Literal["officer_assigned"] = "officer_assigned"


@dataclass(frozen=True, slots=True)
class CaseTransferred:
    """A superior hands the case to another district's office."""

    by: str
    district: str
    kind: Literal["case_transferred"] = "case_transferred"


@dataclass(frozen=True, slots=True)
class CaseMerged:
    """The case is a duplicate: `into` is the one that goes on."""

    by: str
    into: str
    kind: Literal["case_merged"] = "case_merged"


BlockReason = Literal["false", "abuse", "flood"]


@dataclass(frozen=True, slots=True)
class SenderBlocked:
    """A superior wants no new tips of whoever sent this one. Nobody learns who, or whether it took.

    The tips that the sender has filed go on as they are.
    """

    by: str
    reason: BlockReason
    kind: Literal["sender_blocked"] = "sender_blocked"


@dataclass(frozen=True, slots=True)
class SenderUnblocked:
    by: str
    kind: Literal["sender_unblocked"] = "sender_unblocked"


@dataclass(frozen=True, slots=True)
class OpeningAsked:
    """A superior asks to see the protected files."""

    by: str
    kind: Literal["opening_asked"] = "opening_asked"


@dataclass(frozen=True, slots=True)
class OpeningAgreed:
    """Another superior agrees: satark.opening."""

    by: str
    asked_by: str
    kind: Literal["opening_agreed"] = "opening_agreed"


@dataclass(frozen=True, slots=True)
class FilesOpened:
    """So many protected files were handed out, as `by` had asked and `agreed_by` agreed."""

    by: str
    agreed_by: str
    files: int
    kind: Literal["files_opened"] = "files_opened"


Opening = OpeningAsked | OpeningAgreed | FilesOpened


Decided = OfficerAssigned | CaseTransferred | CaseMerged | SenderBlocked | SenderUnblocked | Opening
"""What the SP and DIG offices alone decide."""
