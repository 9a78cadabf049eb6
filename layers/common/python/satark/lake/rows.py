"""A case event as a row of the lake: each column is named here, and nothing else gets through."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from typing import Final

from satark.case import (
    ActionDetailed,
    CaseEvent,
    CaseMerged,
    CaseTransferred,
    DeadlinePassed,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerReported,
    TipExtended,
    TipFiled,
    TipsterRated,
    status_after,
)
from satark.message import MediaKind
from satark.police_range.model import PoliceRange
from satark.sensitivity import Sensitivity
from satark.tip import Evidence, Place

type Value = str | int | bool | datetime | None
type Row = dict[str, Value]
type Cell = Callable[[float, float, int], str]
"""The H3 cell of a latitude, longitude and resolution: satark.lake.cells.cell."""

_IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
_ID: Final = re.compile(r"[a-z0-9_-]{1,40}(/[a-z0-9_-]{1,40})?")
_COUNTED: Final[dict[MediaKind, str]] = {
    "image": "photo",
    "sticker": "photo",
    "video": "video",
    "audio": "audio",
    "document": "document",
}


def row_of(
    event: CaseEvent, *, police_range: PoliceRange, cell: Cell, row_hash: str | None = None
) -> Row:
    """Those columns of `schema.COLUMNS` that the event's kind has; the others are null.

    `event_id` is derived from the case and the event's place in it, so it leads to no message.
    `row_hash` is that of the ledger's row.
    """
    return {
        "event_id": f"{event.case_id}-{event.seq}",
        "case_id": event.case_id,
        "seq": event.seq,
        "kind": event.what.kind,
        "at": indian(event.at),
        "row_hash": row_hash,
        **_told(event, police_range, cell),
    }


def day_of(event: CaseEvent) -> str:
    """The partition: the Indian day, as `2026-11-24`."""
    return indian(event.at).date().isoformat()


def indian(at: datetime) -> datetime:
    """The wall clock in India, without a zone. `at` must have one."""
    return at.astimezone(_IST).replace(tzinfo=None)


def _told(event: CaseEvent, police_range: PoliceRange, cell: Cell) -> Row:
    match event.what:
        case TipFiled() as filed:
            return _filed(filed, police_range, cell)
        case OfficerActed(action=action):
            return {"action": action, "status": status_after((event,))}
        case ActionDetailed(fir=fir, arrests=arrests, seizure=seizure):
            return {"fir": _any(fir), "arrests": arrests, "seizure": _any(seizure)}
        case TipExtended(evidence=evidence) | OfficerReported(evidence=evidence):
            return {"media": _COUNTED[evidence.media] if evidence else None}
        case TipsterRated(helpful=helpful):
            return {"helpful": helpful}
        case _:
            return _course(event.what)


def _course(what: Happening) -> Row:
    """Of what nobody wrote or sent: where a case goes, and how urgent it is."""
    match what:
        case LevelRaised(sensitivity=sensitivity):
            return _rated(sensitivity)
        case CaseTransferred(district=district):
            return {"district": _id(district)}
        case CaseMerged(into=into):
            return {"merged_into": _id(into)}
        case DeadlinePassed(what=missed, step=step):
            return {"what": missed, "step": step}
        case _:
            return {}


def _filed(filed: TipFiled, police_range: PoliceRange, cell: Cell) -> Row:
    tip = filed.tip
    hours = police_range.deadlines[filed.sensitivity.level]
    return {
        "district": _id(tip.district),
        "thana": _id(tip.thana),
        "category": _id(tip.category),
        "conflict": tip.conflict.name.lower(),
        **_rated(filed.sensitivity),
        "accept_by": indian(tip.filed_at + timedelta(hours=hours.accept)),
        "report_by": indian(tip.filed_at + timedelta(hours=hours.report)),
        **_cells(tip.place, cell),
        "occurs": _id(tip.when),
        "language": _id(tip.language),
        **_counts(tip.evidence),
    }


def _rated(sensitivity: Sensitivity) -> Row:
    return {"level": sensitivity.level, "score": sensitivity.score}


def _cells(place: Place, cell: Cell) -> Row:
    if place.latitude is None or place.longitude is None:
        return {}
    return {f"h3_r{r}": cell(place.latitude, place.longitude, r) for r in (7, 8)}


def _counts(evidence: Iterable[Evidence]) -> Row:
    kept = [_COUNTED[one.media] for one in evidence if one.state == "kept"]
    return {f"{kind}s": kept.count(kind) for kind in ("photo", "video", "audio", "document")}


def _any(words: str | None) -> bool | None:
    """Whether there was one; None where nobody was asked."""
    return None if words is None else bool(words)


def _id(text: str | None) -> str | None:
    """An id of the range's data. Whatever else stands there is not let through."""
    return text if text and _ID.fullmatch(text) else None
