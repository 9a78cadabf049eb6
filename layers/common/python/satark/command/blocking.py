"""No new tips of whoever sent this one, for some days: whoever decides on it may say so, unseen.

The answer is the same whether or not the sender could be found, and so is every tip's course.
"""

from dataclasses import replace
from typing import cast, get_args

from satark.case import BlockReason, Case, SenderBlocked, SenderUnblocked
from satark.chain import is_superior, may_block, may_decide
from satark.command.request import Deed
from satark.command.scene import Answer, Decision, Scene
from satark.message import Option
from satark.taps import tap_id


def decide(case: Case, scene: Scene, deed: Deed) -> Decision:
    """Of a closed tip as well: that it was false is often found only then."""
    if refused := _refused(case, scene):
        return Decision(None, refused)
    return _unblocked(case, scene) if deed.verb == "unblock" else _blocked(case, scene, deed)


def _refused(case: Case, scene: Scene) -> Answer | None:
    if not may_decide(scene.officer, case, scene.police_range):
        return scene.answer("moved", case)
    if not is_superior(scene.officer.office):
        return Answer(scene.text("superiors_only"))
    if not may_block(scene.officer, case):
        return scene.answer("block_range_only", case)
    return None


def _blocked(case: Case, scene: Scene, deed: Deed) -> Decision:
    if deed.argument not in get_args(BlockReason):
        return Decision(None, _why(case, scene))
    reason = cast("BlockReason", deed.argument)
    days = scene.police_range.limits.block_days
    blocked = SenderBlocked(scene.officer.id, reason)
    return Decision(blocked, scene.answer("blocked", case, days=days))


def _why(case: Case, scene: Scene) -> Answer:
    options = tuple(
        Option(tap_id("block", case.case_id, reason), scene.text(f"block_{reason}"))
        for reason in get_args(BlockReason)
    )
    return replace(scene.answer("block_why", case), options=options)


def _unblocked(case: Case, scene: Scene) -> Decision:
    if not case.blocked:
        return Decision(None, scene.answer("not_blocked", case))
    return Decision(SenderUnblocked(scene.officer.id), scene.answer("unblocked", case))
