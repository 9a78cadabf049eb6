"""A tip and its filing, for tests that need one and do not care which."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from satark.case import Case, CaseEvent, TipFiled
from satark.deadline import standing
from satark.filing import Filing
from satark.identity import Handle, OwnerTag, SealedAddress
from satark.police_range.build import build
from satark.police_range.model import PoliceRange
from satark.tip import Answer, Conflict, Evidence, Place, Tip

AT = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)

TIP = Tip(
    language="hi",
    category="liquor",
    district="ghazipur",
    thana="ghazipur/zamania",
    answers=(Answer("made", "here"),),
    place=Place("पुल के पास", 25.42, 83.56),
    when="regularly",
    statements=("रोज़ शाम को",),
    evidence=(Evidence("image", "kept", key="kept/k1", mime="image/jpeg", size=9),),
    conflict=Conflict.NONE,
    filed_at=AT,
    range_version="v1",
)


def filing(case_id: str = "48291376", handle: str = "h1", receipt: str = "r1") -> Filing:
    event = CaseEvent(case_id, 1, "event-1", AT, TipFiled(TIP, Handle(handle)))
    return Filing(
        event=event,
        standing=standing(Case.of([event]), varanasi()),
        handle=Handle(handle),
        address=SealedAddress("sealed"),
        opened_at=AT,
        receipt_key=receipt,
        owner=OwnerTag.of("the owner", "salt"),
        forgotten_at=datetime.now(UTC) + timedelta(days=30),
    )


@cache
def varanasi() -> PoliceRange:
    """The real range: there is no better proof that its texts suit the code."""
    return build(Path(__file__).parents[1] / "ranges" / "varanasi")
