"""Cases with an event of every kind, full of what the lake must not learn."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

from satark.case import (
    ActionDetailed,
    AlertOpened,
    AlertProgressed,
    CaseEvent,
    CaseMerged,
    CaseNoted,
    CaseTransferred,
    CaseViewed,
    DeadlinePassed,
    EvidenceViewed,
    FileLabelled,
    FilesOpened,
    Happening,
    LevelRaised,
    OfficerActed,
    OfficerAsked,
    OfficerAssigned,
    OfficerReported,
    OpeningAgreed,
    OpeningAsked,
    SenderBlocked,
    SenderUnblocked,
    TipExtended,
    TipFiled,
    TipsterRated,
)
from satark.identity import Handle
from satark.sensitivity import Reason, Sensitivity
from satark.tip import Answer, Conflict, Evidence, Place, Tip

FILED_AT = datetime(2026, 11, 23, 18, 29, 30, tzinfo=UTC)
"""Half a minute before midnight in India."""


def secret(of_what: str) -> str:
    """What must not be found: words that name where they were planted, so that a find says it."""
    return f"PLANTED IN {of_what} +919000000042"


PHOTO = Evidence(
    "image",
    "kept",
    key=secret("key"),
    mime="image/jpeg",
    size=9,
    sha256_received="ab" * 32,
    sha256_stored="cd" * 32,
    removed=(secret("removed"),),
    caption=secret("caption"),
)
TIP = Tip(
    language="hi",
    category="liquor",
    district="ghazipur",
    thana="ghazipur/zamania",
    answers=(Answer("made", secret("answer")),),
    place=Place(secret("place"), 25.421234, 83.561234),
    when="regularly",
    statements=(secret("statement"),),
    evidence=(
        PHOTO,
        replace(PHOTO, media="sticker"),
        replace(PHOTO, media="video"),
        replace(PHOTO, media="audio", state="lost", reason=secret("reason")),
        replace(PHOTO, media="document", state="quarantined"),
    ),
    conflict=Conflict.STATION,
    filed_at=FILED_AT,
    range_version="v1",
)
FILED = TipFiled(
    TIP,
    Handle(secret("handle")),
    Sensitivity(70, "sensitive", (Reason("lexicon.weapons", 70),)),
)
OFFICER = secret("officer")
EVERYTHING: tuple[Happening, ...] = (
    FILED,
    AlertOpened(OFFICER),
    AlertProgressed(OFFICER, "failed", 131049),
    OfficerActed(OFFICER, "accepted"),
    OfficerReported(OFFICER, secret("report"), replace(PHOTO, media="audio")),
    TipExtended(secret("addition"), PHOTO, secret("answers")),
    TipsterRated(helpful=True),
    OfficerAsked(OFFICER, secret("question")),
    ActionDetailed(OFFICER, fir=secret("fir"), arrests=2, seizure=""),
    CaseNoted(OFFICER, secret("note")),
    OfficerAssigned(OFFICER, secret("assigned")),
    CaseTransferred(OFFICER, "jaunpur"),
    CaseMerged(OFFICER, "48291377"),
    SenderBlocked(OFFICER, "abuse"),
    SenderUnblocked(OFFICER),
    OpeningAsked(OFFICER),
    OpeningAgreed(OFFICER, OFFICER),
    FilesOpened(OFFICER, OFFICER, 2),
    FileLabelled(secret("key"), "machine", (secret("label"),)),
    LevelRaised(Sensitivity(120, "critical", (Reason("label.weapons", 50),))),
    DeadlinePassed("accept", 2),
    CaseViewed(OFFICER),
    EvidenceViewed(OFFICER, secret("viewed")),
)
assert {type(one) for one in EVERYTHING} == set(get_args(Happening))


def ledger(
    happened: Iterable[Happening] = EVERYTHING, *, case_id: str = "48291376"
) -> list[CaseEvent]:
    """The events twenty seconds apart, so that the first two are of one Indian day only."""
    return [
        CaseEvent(case_id, seq, secret("id"), FILED_AT + timedelta(seconds=20 * (seq - 1)), what)
        for seq, what in enumerate(happened, start=1)
    ]
