"""Which deeds are offered: those that would not be refused as the case is now."""

from functions.dashboard.deeds.names import NAMES, Name
from satark.case import Case
from satark.chain import is_superior, may_block, may_decide, may_hear
from satark.command.scene import Scene
from satark.command.superiors import candidates, destinations
from satark.opening import may_agree, may_ask, protected_files, waiting
from satark.taps import offered as tapped


def offered(case: Case, scene: Scene) -> tuple[Name, ...]:
    return tuple(name for name in NAMES if _fits(name, case, scene))


def _fits(name: Name, case: Case, scene: Scene) -> bool:
    match name:
        case "note":
            return may_hear(scene.officer, case, scene.police_range)
        case "open_files" | "agree_opening":
            return _opens(name, case, scene)
        case "block" | "unblock":
            return case.blocked == (name == "unblock") and _blocks(case, scene)
        case _:
            return _tapped(name, case, scene)


def _tapped(name: Name, case: Case, scene: Scene) -> bool:
    """As under a message of WhatsApp, but no list without a row."""
    taps = tapped(case, scene.officer, scene.police_range)
    match name:
        case "assign":
            return name in taps and any(candidates(case, scene))
        case "transfer":
            return name in taps and bool(destinations(case, scene))
        case "merge":
            return "duplicate" in taps
        case _:
            return name in taps


def _blocks(case: Case, scene: Scene) -> bool:
    officer = scene.officer
    superior = is_superior(officer.office) and may_block(officer, case)
    return superior and may_decide(officer, case, scene.police_range)


def _opens(name: Name, case: Case, scene: Scene) -> bool:
    officer, police_range = scene.officer, scene.police_range
    if not protected_files(case) or not may_ask(officer, case, police_range):
        return False
    asked = waiting(case, scene.at, police_range)
    if asked is None:
        return name == "open_files"
    asker = scene.roster.officer(asked.by)
    agrees = asker is not None and may_agree(officer, asker, case, police_range)
    return name == "agree_opening" and agrees
