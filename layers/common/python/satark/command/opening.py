"""Files of a protected tip: an officer of one office asks for them, one of another agrees."""

from dataclasses import replace

from satark.case import Case, OpeningAgreed, OpeningAsked
from satark.chain import is_superior, may_decide
from satark.command.request import Deed
from satark.command.scene import Answer, Decision, Scene
from satark.opening import may_agree, protected_files, waiting


def decide(case: Case, scene: Scene, deed: Deed) -> Decision:
    """Of a closed tip as well: a court may ask for them then."""
    if refused := _refused(case, scene):
        return Decision(None, refused)
    return _agreed(case, scene) if deed.verb == "agree_opening" else _asked(case, scene)


def _refused(case: Case, scene: Scene) -> Answer | None:
    if not may_decide(scene.officer, case, scene.police_range):
        return scene.answer("moved", case)
    if not is_superior(scene.officer.office):
        return Answer(scene.text("superiors_only"))
    return None if protected_files(case) else scene.answer("no_protected_files", case)


def _asked(case: Case, scene: Scene) -> Decision:
    """What another office has asked for already is only to be agreed to."""
    if asked := waiting(case, scene.at, scene.police_range):
        key = "opening_to_agree" if _apart(asked, case, scene) else "opening_waits"
        return Decision(None, replace(scene.answer(key, case), actions=True))
    hours = scene.police_range.limits.opening_hours
    return Decision(
        OpeningAsked(scene.officer.id), scene.answer("opening_asked", case, hours=hours)
    )


def _agreed(case: Case, scene: Scene) -> Decision:
    asked = waiting(case, scene.at, scene.police_range)
    if asked is None:
        return Decision(None, scene.answer("opening_none", case))
    if not _apart(asked, case, scene):
        return Decision(None, scene.answer("opening_own", case))
    hours = scene.police_range.limits.opening_hours
    agreed = OpeningAgreed(scene.officer.id, asked.by)
    return Decision(agreed, scene.answer("opening_agreed", case, hours=hours))


def _apart(asked: OpeningAsked, case: Case, scene: Scene) -> bool:
    asker = scene.roster.officer(asked.by)
    return asker is not None and may_agree(scene.officer, asker, case, scene.police_range)
