"""What an officer's request becomes on the case that it is about."""

from collections.abc import Sequence
from dataclasses import replace

from satark.case import (
    Action,
    AlertOpened,
    Case,
    CaseEvent,
    CaseNoted,
    CaseTransferred,
    OfficerActed,
    OfficerAssigned,
    OfficerReported,
)
from satark.chain import is_superior, may_decide, may_hear
from satark.command import blocking, details, opening, superiors
from satark.command.asking import asked
from satark.command.request import Act, Command, Deed, Details, Note, Open, Report
from satark.command.scene import Decision, Scene
from satark.tip import Evidence


def decide(case: Case, scene: Scene, request: Command, evidence: Evidence | None) -> Decision:
    """Who was told of a tip may always add what they found, and open it while they may hear of it.

    Only who holds it may act on it, while it is open.
    """
    match request:
        case Open():
            return _opened(case, scene)
        case Act(action=action):
            return _acted(case, scene, action)
        case Report(words=words):
            return _reported(case, scene, OfficerReported(scene.officer.id, words), evidence)
        case Note(words=words):
            return _noted(case, scene, words)
        case Details():
            return details.told_at_once(case, scene, request)
        case Deed():
            return _deed(case, scene, request)


def _deed(case: Case, scene: Scene, deed: Deed) -> Decision:
    match deed:
        case Deed(verb="detail", argument=argument):
            return details.told(case, scene, argument)
        case Deed(verb="block" | "unblock" | "open_files" | "agree_opening"):
            return _at_any_time(case, scene, deed)
        case _:
            return _held_back(case, scene) or _done(case, scene, deed)


def _at_any_time(case: Case, scene: Scene, deed: Deed) -> Decision:
    """Also when the case is closed."""
    if deed.verb in {"block", "unblock"}:
        return blocking.decide(case, scene, deed)
    return opening.decide(case, scene, deed)


def _opened(case: Case, scene: Scene) -> Decision:
    if may_hear(scene.officer, case, scene.police_range):
        return Decision(AlertOpened(scene.officer.id), None)
    return Decision(None, scene.answer("moved_away", case))


def _noted(case: Case, scene: Scene, words: str) -> Decision:
    """Of a closed tip as well."""
    if not may_hear(scene.officer, case, scene.police_range):
        return Decision(None, scene.answer("moved_away", case))
    return Decision(CaseNoted(scene.officer.id, words), scene.answer("noted", case))


def _done(case: Case, scene: Scene, deed: Deed) -> Decision:
    if deed.verb == "ask":
        return asked(case, scene, deed.argument)
    return superiors.decide(case, scene, deed)


def _acted(case: Case, scene: Scene, action: Action) -> Decision:
    """Said once more, even after the tip was closed, it is what it was: on record."""
    if action == "not_mine" and is_superior(scene.officer.office):
        return _held_back(case, scene) or superiors.decide(case, scene, Deed("transfer"))
    acted = OfficerActed(scene.officer.id, action)
    known = acted in (event.what for event in _since_it_was_given(case))
    if not known and (refused := _held_back(case, scene)):
        return refused
    what = None if known else acted
    match action:
        case "action_taken":
            return details.asking("fir", case, scene, what)
        case "not_mine":
            return Decision(what, scene.answer("handed_up", case))
        case "accepted" if not known:
            return Decision(what, replace(scene.answer("how_to_report", case), actions=True))
        case _:
            return Decision(what, replace(scene.answer("recorded", case), actions=True))


def _held_back(case: Case, scene: Scene) -> Decision | None:
    if not may_decide(scene.officer, case, scene.police_range):
        return Decision(None, scene.answer("moved", case))
    return None if case.open else Decision(None, scene.answer("already_closed", case))


def _since_it_was_given(case: Case) -> Sequence[CaseEvent]:
    """The events since a superior last gave the case to somebody."""
    gifts = (OfficerAssigned, CaseTransferred)
    last = max((event.seq for event in case.events if isinstance(event.what, gifts)), default=0)
    return case.events[last:]


def _reported(
    case: Case, scene: Scene, report: OfficerReported, evidence: Evidence | None
) -> Decision:
    """A lost file alone is no report: nobody may be told that action was taken."""
    if evidence is None:
        return _recorded(case, scene, report)
    report = OfficerReported(report.officer_id, evidence=evidence)
    match evidence.state:
        case "kept":
            return _recorded(case, scene, report)
        case "quarantined":
            return Decision(report, scene.answer("media_quarantined", case), scene.awaited)
        case "lost":
            what = report if evidence.caption else None
            return Decision(what, scene.answer("media_lost", case), scene.awaited)


def _recorded(case: Case, scene: Scene, report: OfficerReported) -> Decision:
    answer = details.going_on(case, scene) or replace(scene.answer("recorded", case), actions=True)
    return Decision(report, answer, scene.awaited)
