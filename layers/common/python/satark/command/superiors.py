"""What the SP and DIG offices decide: who has a case, which district, and what is a duplicate."""

from collections.abc import Iterator
from dataclasses import replace

from satark.case import Case, CaseMerged, CaseTransferred, OfficerAssigned, tip_number
from satark.chain import (
    assignable_offices,
    is_superior,
    may_be_assigned,
    may_be_sent_to,
    may_decide,
    office_name,
)
from satark.command.awaited import Duplicate
from satark.command.paging import Turn, page
from satark.command.request import Deed, Verb
from satark.command.scene import Answer, Decision, Scene
from satark.message import Option
from satark.roster import Officer
from satark.taps import tap_id
from satark.whatsapp.limits import BUTTON_TITLE, LIST_ROWS, ROW_DESCRIPTION, ROW_TITLE


def decide(case: Case, scene: Scene, deed: Deed) -> Decision:
    """The case is open, and the officer is among those who may decide on it."""
    if not is_superior(scene.officer.office):
        return Decision(None, Answer(scene.text("superiors_only")))
    return _offered(case, scene, deed) or _chosen(case, scene, deed)


def _offered(case: Case, scene: Scene, deed: Deed) -> Decision | None:
    match deed:
        case Deed(verb="assign", argument=at):
            return Decision(None, _whom(case, scene, at))
        case Deed(verb="transfer", argument=at):
            return Decision(None, _where(case, scene, at))
        case Deed(verb="duplicate"):
            return Decision(None, _of_which(case, scene), Duplicate(case.case_id))
        case _:
            return None


def _chosen(case: Case, scene: Scene, deed: Deed) -> Decision:
    if deed.verb == "give":
        return _given(case, scene, deed.argument)
    if deed.verb == "send":
        return _sent(case, scene, deed.argument)
    return _merged(case, scene, deed.argument)


def _whom(case: Case, scene: Scene, at: str) -> Answer:
    rows = [_named(officer, case, scene) for officer in candidates(case, scene)]
    if not rows:
        return scene.answer("assign_nobody", case)
    options = page(rows, at, _turning("assign", case, scene))
    return replace(scene.answer("assign_whom", case), options=options, button="assign_button")


def _turning(verb: Verb, case: Case, scene: Scene) -> Turn:
    return lambda to, label: Option(tap_id(verb, case.case_id, str(to)), scene.text(label))


def candidates(case: Case, scene: Scene) -> Iterator[Officer]:
    """Who may be given the case and has it not, the nearest first."""
    for office in assignable_offices(case, scene.police_range):
        for officer in scene.roster.holding(office):
            if officer.id != case.assignee:
                yield officer


def _named(officer: Officer, case: Case, scene: Scene) -> Option:
    """A roster's names may be longer than a row: there the whole name stands below the title."""
    title = f"{officer.rank} {officer.name}"
    place = office_name(officer.office, scene.police_range, scene.officer.language)
    below = place if len(title) <= ROW_TITLE else f"{title}, {place}"
    tap = tap_id("give", case.case_id, officer.id)
    return Option(tap, _cut(title, ROW_TITLE), _cut(below, ROW_DESCRIPTION))


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _given(case: Case, scene: Scene, officer_id: str) -> Decision:
    officer = scene.roster.officer(officer_id)
    if officer is None or not may_be_assigned(officer, case, scene.police_range):
        return Decision(None, scene.answer("assign_barred", case))
    what = None if case.assignee == officer.id else OfficerAssigned(scene.officer.id, officer.id)
    answer = scene.answer("assigned", case, officer=_cut(named(officer, scene), ROW_DESCRIPTION))
    return Decision(what, replace(answer, actions=True))


def named(officer: Officer, scene: Scene) -> str:
    place = office_name(officer.office, scene.police_range, scene.officer.language)
    return scene.text("officer_named", rank=officer.rank, name=officer.name, office=place)


def _where(case: Case, scene: Scene, at: str) -> Answer:
    rows = [_to(district, case, scene) for district in destinations(case, scene)]
    if not rows:
        return scene.answer("transfer_barred", case)
    options = page(rows, at, _turning("transfer", case, scene))
    return replace(scene.answer("transfer_where", case), options=options, button="transfer_button")


def destinations(case: Case, scene: Scene) -> tuple[str, ...]:
    """The districts that the case may be sent to."""
    districts = (place.id for place in scene.police_range.districts)
    return tuple(district for district in districts if may_be_sent_to(district, case))


def _to(district: str, case: Case, scene: Scene) -> Option:
    title = _cut(district_name(district, scene), BUTTON_TITLE)
    return Option(tap_id("send", case.case_id, district), title)


def _sent(case: Case, scene: Scene, district: str) -> Decision:
    if district not in destinations(case, scene):
        return Decision(None, scene.answer("transfer_barred", case))
    what = CaseTransferred(scene.officer.id, district)
    answer = scene.answer("transferred", case, district=district_name(district, scene))
    return Decision(what, answer)


def district_name(district: str, scene: Scene) -> str:
    key = f"place.{district}.name"
    return scene.police_range.name(scene.officer.language, key, otherwise=district)


def _of_which(case: Case, scene: Scene) -> Answer:
    """The latest open tips of the same kind come first."""
    others = [other for other in scene.open_cases() if other.case_id != case.case_id]
    others.sort(key=lambda other: other.tip.category != case.tip.category)
    options = tuple(
        Option(
            tap_id("merge", case.case_id, other.case_id),
            tip_number(other.case_id),
            scene.category(other),
        )
        for other in others[:LIST_ROWS]
    )
    answer = scene.answer("duplicate_of", case)
    return replace(answer, options=options, button="which_button")


def _merged(case: Case, scene: Scene, into: str) -> Decision:
    """Into another tip, which is open and on which this officer decides too."""
    other = scene.told(into) if into != case.case_id else None
    if other is None or not other.open or not may_decide(scene.officer, other, scene.police_range):
        return Decision(None, scene.answer("merge_barred", case), Duplicate(case.case_id))
    what = CaseMerged(scene.officer.id, into)
    return Decision(what, scene.answer("merged", case, into=tip_number(into)))
