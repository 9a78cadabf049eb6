"""What came of an action, asked part by part; each answer is on the case at once."""

from dataclasses import replace
from typing import get_args

from satark.case import ActionDetailed, Case, Happening
from satark.command.awaited import DONE, NO, SKIP, YES, Detail, Part
from satark.command.request import Details
from satark.command.scene import Answer, Decision, Scene
from satark.message import Option
from satark.taps import tap_id
from satark.whatsapp.limits import LIST_ROWS

_COUNTS = range(LIST_ROWS - 1)
"""The numbers of arrests that are offered; more are written."""
_AFTER: dict[Part, Part] = {
    "fir": "arrests",
    "arrests": "seizure",
    "seizure": "evidence",
    "seized": "evidence",
}


def asking(part: Part, case: Case, scene: Scene, what: Happening | None) -> Decision:
    return Decision(what, _asked(part, case, scene), Detail(case.case_id, part))


def told(case: Case, scene: Scene, argument: str) -> Decision:
    """`argument` is `<part>.<value>`; a part that we do not ask for changes nothing."""
    name, _, value = argument.partition(".")
    part = next((known for known in get_args(Part) if known == name), None)
    if part is None or (part == "evidence" and value == DONE):
        return Decision(None, replace(scene.answer("details_done", case), actions=True))
    what = _what(part, value, scene.officer.id)
    following = "seized" if (part, value) == ("seizure", YES) else _AFTER[part]
    return asking(following, case, scene, None if _known(case, what) else what)


def told_at_once(case: Case, scene: Scene, told: Details) -> Decision:
    """The same, where a form asked for all parts together."""
    what = ActionDetailed(scene.officer.id, told.fir, told.arrests, told.seizure)
    answer = scene.answer("details_done", case)
    return Decision(None if _known(case, what) else what, answer)


def going_on(case: Case, scene: Scene) -> Answer | None:
    """After a report on the very case that we are asking about: what we ask for, once more."""
    match scene.awaited:
        case Detail(case_id=case.case_id, part="evidence"):
            answer = scene.answer("recorded_more", case)
            return replace(answer, options=(_option("evidence", DONE, "finish", case, scene),))
        case Detail(case_id=case.case_id, part=part):
            asked = _asked(part, case, scene)
            recorded = scene.answer("recorded", case).text
            return replace(asked, text=f"{recorded}\n\n{asked.text}")
        case _:
            return None


def _what(part: Part, value: str, officer_id: str) -> ActionDetailed | None:
    match part:
        case "fir" if value != SKIP:
            return ActionDetailed(officer_id, fir=value)
        case "arrests" if value != SKIP:
            return ActionDetailed(officer_id, arrests=int(value))
        case "seizure" if value == NO:
            return ActionDetailed(officer_id, seizure="")
        case "seized" if value != SKIP:
            return ActionDetailed(officer_id, seizure=value)
        case _:
            return None


def _known(case: Case, what: ActionDetailed | None) -> bool:
    """Whether it is the last that this officer told."""
    told = (event.what for event in reversed(case.events) if isinstance(event.what, ActionDetailed))
    mine = (each for each in told if what is not None and each.officer_id == what.officer_id)
    return next(mine, None) == what


def _asked(part: Part, case: Case, scene: Scene) -> Answer:
    answer = scene.answer(f"ask_{part}", case)
    skip = _option(part, SKIP, "skip", case, scene)
    match part:
        case "arrests":
            counts = (_tap(part, str(count), str(count), case) for count in _COUNTS)
            return replace(answer, options=(*counts, skip), button="arrests_button")
        case "seizure":
            yes = _option(part, YES, "seized_yes", case, scene)
            no = _option(part, NO, "seized_no", case, scene)
            return replace(answer, options=(yes, no, skip))
        case "evidence":
            return replace(answer, options=(_option(part, DONE, "finish", case, scene),))
        case _:
            return replace(answer, options=(skip,))


def _option(part: Part, value: str, label: str, case: Case, scene: Scene) -> Option:
    return _tap(part, value, scene.text(label), case)


def _tap(part: Part, value: str, title: str, case: Case) -> Option:
    return Option(tap_id("detail", case.case_id, f"{part}.{value}"), title)
