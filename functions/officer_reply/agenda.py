"""An officer's open tips, the first to fall due first."""

from collections.abc import Iterable
from datetime import datetime

from satark.case import Case, tip_number
from satark.chain import may_decide
from satark.clock_face import shown
from satark.command.scene import Answer, Scene
from satark.deadline import due
from satark.message import Option
from satark.taps import OPEN, tap_id
from satark.whatsapp.limits import LIST_ROWS


def agenda(cases: Iterable[Case], scene: Scene, now: datetime) -> Answer:
    """Those on which the officer may decide; what has no deadline any more comes last."""
    mine = [case for case in cases if may_decide(scene.officer, case, scene.police_range)]
    if not mine:
        return Answer(scene.text("pending_none"))
    mine.sort(key=lambda case: _urgency(case, scene))
    rows = tuple(_row(case, scene, now) for case in mine[:LIST_ROWS])
    if len(mine) == len(rows):
        text = scene.text("pending_list", count=len(mine))
    else:
        text = scene.text("pending_some", count=len(mine), shown=len(rows))
    return Answer(text, rows, "which_button")


def _urgency(case: Case, scene: Scene) -> tuple[bool, datetime]:
    deadline = due(case, scene.police_range)
    return deadline is None, deadline or case.tip.filed_at


def _row(case: Case, scene: Scene, now: datetime) -> Option:
    level = scene.text(f"level.{case.sensitivity.level}")
    category, deadline = scene.category(case), due(case, scene.police_range)
    if deadline is None:
        below = scene.text("no_deadline", category=category)
    else:
        key = "due" if now <= deadline else "overdue"
        time = shown(deadline, precise=True)
        below = scene.text(key, time=time, level=level, category=category)
    return Option(tap_id(OPEN, case.case_id), tip_number(case.case_id), below)
