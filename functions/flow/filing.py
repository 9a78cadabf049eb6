"""From a finished draft to the tip that is filed, under names that chance alone gives."""

import base64
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from functions.flow.road import road
from functions.flow.session import Draft, Exhibit
from satark.evidence import CaseShelf, shelf_of
from satark.identity import Handle
from satark.police_range.model import PoliceRange
from satark.rating import rate
from satark.sensitivity import Sensitivity
from satark.tip import WHEN, Answer, Conflict, Evidence, Tip

_EXPIRED: Final = "waited too long"


@dataclass(frozen=True, slots=True)
class Filed:
    """`case_id` is eight digits, `receipt` sixteen in groups of four; no two come from one seed.

    `salt` is that of the tag on the tipster's reply address. `shelf` is where the tip's files go.
    """

    tip: Tip
    sensitivity: Sensitivity
    case_id: str
    handle: Handle
    receipt: str
    salt: str
    shelf: CaseShelf

    @property
    def expired(self) -> int:
        """So many files did not live to be filed."""
        return sum(each.reason == _EXPIRED for each in self.tip.evidence)


def file(draft: Draft, police_range: PoliceRange, *, at: datetime, seed: bytes) -> Filed:
    receipt = _digits(seed, "receipt", 16)
    tip = _tip(draft, police_range, at)
    return Filed(
        tip=tip,
        sensitivity=rate(tip, police_range),
        case_id=_digits(seed, "case", 8),
        handle=Handle(_name(seed, "handle")),
        receipt=" ".join(receipt[start : start + 4] for start in range(0, 16, 4)),
        salt=_name(seed, "salt"),
        shelf=shelf_of(draft.category or "", police_range),
    )


def _tip(draft: Draft, police_range: PoliceRange, at: datetime) -> Tip:
    if draft.category is None or draft.district is None:
        raise ValueError("a tip is filed with a category and a district; the draft lacks one")
    return Tip(
        language=draft.language or police_range.languages[0],
        category=draft.category,
        district=draft.district,
        thana=draft.thana,
        answers=_answers(draft, police_range),
        place=draft.place,
        when=draft.choice(WHEN) or "",
        statements=tuple(said.words for said in draft.statements),
        evidence=tuple(_evidence(draft, police_range, at)),
        conflict=_conflict(draft, police_range),
        filed_at=at,
        range_version=police_range.version,
    )


def _evidence(draft: Draft, police_range: PoliceRange, at: datetime) -> Iterator[Evidence]:
    """The store lets go of what has waited too long to be sent, though its draft was kept alive."""
    kept_for = timedelta(days=police_range.retention.drafts)
    for shown in draft.exhibits:
        evidence = _labelled(shown, draft, police_range)
        late = evidence.state == "kept" and at - shown.at >= kept_for
        lost = replace(evidence, state="lost", key="", reason=_EXPIRED)
        yield lost if late else evidence


def _labelled(shown: Exhibit, draft: Draft, police_range: PoliceRange) -> Evidence:
    """The voice note that tells the place says so, for it has no caption of its own."""
    if shown.ref != draft.spoken_place:
        return shown.evidence
    label = police_range.text(draft.language or police_range.languages[0], "review.place_voice")
    return replace(shown.evidence, caption=label)


def _answers(draft: Draft, police_range: PoliceRange) -> tuple[Answer, ...]:
    """Those to the category's questions; what the dialogue's own steps ask has its own place."""
    return tuple(
        Answer(position.question.id, choice)
        for position in road(police_range, draft)
        if position.question and (choice := draft.choice(position.key))
    )


def _conflict(draft: Draft, police_range: PoliceRange) -> Conflict:
    """The gravest of what the category, the answers and the dialogue's own steps say."""
    category = police_range.category(draft.category or "")
    chosen = (
        choice.conflict
        for position in road(police_range, draft)
        for choice in position.choices
        if choice.id == draft.choice(position.key)
    )
    return max((category.conflict, *chosen))


def _drawn(seed: bytes, label: str) -> bytes:
    return hmac.digest(seed, label.encode(), "sha256")


def _name(seed: bytes, label: str) -> str:
    """128 bits, base64url."""
    return base64.urlsafe_b64encode(_drawn(seed, label)[:16]).rstrip(b"=").decode()


def _digits(seed: bytes, label: str, length: int) -> str:
    """So many random digits; of 256 bits, the remainder's bias is nothing."""
    return str(int.from_bytes(_drawn(seed, label)) % 10**length).zfill(length)
