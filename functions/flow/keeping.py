"""What a tipster sends beyond answers stays with the draft, as far as a tip has room."""

from dataclasses import replace
from datetime import datetime

from functions.flow.session import Draft, Exhibit, Statement
from satark.identity import MessageRef
from satark.police_range.rules import Limits
from satark.tip import Evidence


def with_words(draft: Draft, ref: MessageRef, words: str, limits: Limits) -> Draft | None:
    """In the place of what this message said before. None without room for all of the words."""
    said = {statement.ref: statement for statement in draft.statements}
    said[ref] = Statement(ref, words)
    if sum(len(statement.words) for statement in said.values()) > limits.characters_per_tip:
        return None
    return replace(draft, statements=tuple(said.values()))


def has_room(draft: Draft, limits: Limits) -> bool:
    return len(draft.exhibits) < limits.evidence_per_tip


def with_file(draft: Draft, ref: MessageRef, evidence: Evidence, at: datetime) -> Draft:
    return replace(draft, exhibits=(*draft.exhibits, Exhibit(ref, evidence, at)))


def without(draft: Draft, ref: MessageRef | None) -> Draft:
    """What this message brought is taken back."""
    return replace(
        draft,
        statements=tuple(said for said in draft.statements if said.ref != ref),
        exhibits=tuple(shown for shown in draft.exhibits if shown.ref != ref),
    )
