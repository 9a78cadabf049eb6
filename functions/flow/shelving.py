"""Files lie with the draft until they join a case; then they are copied to where its files lie.

Copied before the case is written, under names that a repetition gives again; let go of afterwards.
So a crash in between loses no file, and what is not sent is gone.
"""

from dataclasses import replace

from functions.flow.outcome import Outcome
from functions.flow.session import Session
from satark.case import TipExtended
from satark.evidence import CaseShelf
from satark.ports import CaseHeads, DraftFiles
from satark.tip import Evidence


def shelved(outcome: Outcome, files: DraftFiles, heads: CaseHeads) -> Outcome:
    """The outcome, with the keys that its files have in the case."""
    if (filed := outcome.filed) is not None:
        moved = tuple(_moved(each, filed.shelf, files) for each in filed.tip.evidence)
        tip = replace(filed.tip, evidence=moved)
        return replace(outcome, filed=replace(filed, tip=tip))
    match outcome.happened:
        case (head, TipExtended(evidence=Evidence() as evidence) as more):
            shelf: CaseShelf = "protected" if heads.protected(head.case_id) else "kept"
            more = replace(more, evidence=_moved(evidence, shelf, files))
            return replace(outcome, happened=(head, more))
    return outcome


def let_go(before: Session, fetched: Evidence | None, after: Session) -> frozenset[str]:
    """The files that no draft holds any more: filed, taken back, forgotten, or never taken."""
    new = {fetched.key} if fetched and fetched.state == "kept" else set()
    return (_held(before) | new) - _held(after)


def _moved(evidence: Evidence, shelf: CaseShelf, files: DraftFiles) -> Evidence:
    if evidence.state != "kept":
        return evidence
    return replace(evidence, key=files.file(evidence.key, shelf))


def _held(session: Session) -> frozenset[str]:
    exhibits = session.draft.exhibits if session.draft else ()
    return frozenset(each.evidence.key for each in exhibits if each.evidence.state == "kept")
