"""What an officer reads once their deed is on the case, by the event that it became."""

from satark.case import (
    Case,
    CaseEvent,
    CaseMerged,
    CaseNoted,
    CaseTransferred,
    Happening,
    OfficerActed,
    OfficerAsked,
    OfficerAssigned,
    OpeningAgreed,
    OpeningAsked,
    SenderBlocked,
    SenderUnblocked,
    tip_number,
)
from satark.command.scene import Scene
from satark.command.superiors import district_name, named

SHORT = 12
"""Characters of an event's id: enough to find it in its case."""


def told(short: str, case: Case, scene: Scene) -> str:
    """Empty for what is no deed of this officer: nobody is told of it by a made-up link."""
    event = next((event for event in case.events if _is(event, short, scene)), None)
    return _said(event.what, case, scene) if event else ""


def _is(event: CaseEvent, short: str, scene: Scene) -> bool:
    doer = getattr(event.what, "by", None) or getattr(event.what, "officer_id", None)
    mine = doer == scene.officer.id
    return mine and len(short) == SHORT and event.id.startswith(short)


def _said(what: Happening, case: Case, scene: Scene) -> str:
    match what:
        case OfficerAssigned(officer_id=officer_id):
            officer = scene.roster.officer(officer_id)
            name = named(officer, scene) if officer else scene.text("officer_gone")
            return scene.answer("assigned", case, officer=name).text
        case CaseTransferred(district=district):
            return scene.answer("transferred", case, district=district_name(district, scene)).text
        case CaseMerged(into=into):
            return scene.answer("merged", case, into=tip_number(into)).text
        case OpeningAsked() | OpeningAgreed():
            hours = scene.police_range.limits.opening_hours
            return scene.answer(what.kind, case, hours=hours).text
        case _:
            return _simply_said(what, case, scene)


def _simply_said(what: Happening, case: Case, scene: Scene) -> str:
    match what:
        case SenderBlocked():
            days = scene.police_range.limits.block_days
            return scene.answer("blocked", case, days=days).text
        case SenderUnblocked():
            return scene.answer("unblocked", case).text
        case OfficerAsked():
            return scene.answer("question_sent", case).text
        case CaseNoted():
            return scene.answer("noted", case).text
        case OfficerActed(action="not_mine"):
            return scene.answer("handed_up", case).text
        case _:
            return scene.answer("recorded", case).text
