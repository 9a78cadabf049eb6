"""Who looked at the case on the dashboard. Nobody is told, and nothing follows."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CaseViewed:
    by: str
    kind: Literal["case_viewed"] = "case_viewed"


@dataclass(frozen=True, slots=True)
class EvidenceViewed:
    """`key` is that of the file in the evidence store."""

    by: str
    key: str
    kind: Literal["evidence_viewed"] = "evidence_viewed"


Viewed = CaseViewed | EvidenceViewed
