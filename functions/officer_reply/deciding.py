"""What an officer's request becomes on the case that it is about."""

from dataclasses import dataclass
from typing import Literal

from functions.officer_reply.reading import Act, Open, Report, Request
from satark.case import AlertOpened, Case, Happening, OfficerActed, OfficerReported
from satark.tip import Evidence

Answer = Literal[
    "how_to_report",
    "recorded",
    "already_closed",
    "media_quarantined",
    "media_lost",
]
"""The key, under `officer`, of what the officer reads back."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to record, if anything, and what to answer; an opened tip is answered by dispatch."""

    what: Happening | None
    answer: Answer | None


def decide(case: Case, officer_id: str, request: Request, evidence: Evidence | None) -> Decision:
    """A closed tip takes no more actions. It does take reports: what is found later may matter."""
    match request:
        case Open():
            return Decision(AlertOpened(officer_id), None)
        case Act(action=action):
            return _acted(case, OfficerActed(officer_id, action))
        case Report() if evidence is not None:
            return _filed(OfficerReported(officer_id, evidence=evidence), evidence)
        case Report(words=words):
            return Decision(OfficerReported(officer_id, words), "recorded")


def _acted(case: Case, acted: OfficerActed) -> Decision:
    """Said once more, even after the tip was closed, it is what it was: on record."""
    if any(event.what == acted for event in case.events):
        return Decision(None, "recorded")
    if not case.open:
        return Decision(None, "already_closed")
    return Decision(acted, "how_to_report" if acted.action == "accepted" else "recorded")


def _filed(report: OfficerReported, evidence: Evidence) -> Decision:
    """A lost file alone is no report: nobody may be told that action was taken."""
    match evidence.state:
        case "kept":
            return Decision(report, "recorded")
        case "quarantined":
            return Decision(report, "media_quarantined")
        case "lost":
            return Decision(report if evidence.caption else None, "media_lost")
