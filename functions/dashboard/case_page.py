"""One case: its tip, its files and what happened in it; and one of its files."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.chosen import Chosen, NoSuchPage
from functions.dashboard.deeds.board import board
from functions.dashboard.deeds.forms import Tried
from functions.dashboard.exhibits import Exhibit, exhibits
from functions.dashboard.routes import Route, html
from functions.dashboard.showing import show
from functions.dashboard.timeline import Moment, Timeline
from functions.dashboard.viewing import opened
from functions.dashboard.visit import Visit
from satark.case import Case, CaseViewed, EvidenceViewed, tip_number
from satark.chain import is_superior
from satark.deadline import due
from satark.lake.rows import indian
from satark.roster import Officer
from satark.tip import WHEN
from satark.why import Why

LIVES: Final = timedelta(minutes=2)
"""Of a link to a file: to be opened now, not to be passed on."""


@dataclass(frozen=True, slots=True)
class Told:
    """`reasons` are of the level, for the SP and DIG offices, which answer for it."""

    case: Case
    due: datetime | None
    assignee: Officer | None
    answers: tuple[tuple[str, str], ...]
    when: str
    reasons: tuple[tuple[str, int], ...]
    exhibits: tuple[Exhibit, ...]
    moments: tuple[Moment, ...]


def _case(visit: Visit, number: str) -> Response[str]:
    return html(200, case_page(visit, number))


def case_page(visit: Visit, number: str, tried: Tried | None = None) -> str:
    """With the forms of what may be done, one of which may just have been refused."""
    case = opened(visit, number, lambda _: CaseViewed(visit.viewer.id))
    return _shown(visit, case, told=_told(visit, case), deeds=board(visit, case, tried))


def _file(visit: Visit, number: str, place: str) -> Response[str]:
    def seen(case: Case) -> EvidenceViewed:
        return EvidenceViewed(visit.viewer.id, _exhibit(visit, case, place).file.key)

    case = opened(visit, number, seen)
    exhibit = _exhibit(visit, case, place)
    link = visit.stores.evidence.view(exhibit.file, name=exhibit.name, lives=LIVES)
    return html(200, _shown(visit, case, "file", exhibit=exhibit, link=link))


def _exhibit(visit: Visit, case: Case, place: str) -> Exhibit:
    """Raises NoSuchPage for one that is not there to be shown."""
    found = exhibits(case, visit.stores.police_range)
    for exhibit in found:
        if str(exhibit.place) == place and exhibit.fate == "shown":
            return exhibit
    raise NoSuchPage


def _shown(visit: Visit, case: Case, template: str = "", /, **told: object) -> str:
    return show(
        visit,
        Chosen(),
        template,
        number=tip_number(case.case_id),
        case=case,
        precise=is_superior(visit.viewer.office),
        **told,
    )


def _told(visit: Visit, case: Case) -> Told:
    stores, language = visit.stores, visit.language
    deadline = due(case, stores.police_range)
    why = Why(case.sensitivity, stores.police_range, language)
    return Told(
        case=case,
        due=indian(deadline) if deadline else None,
        assignee=stores.roster.officer(case.assignee) if case.assignee else None,
        answers=_answers(visit, case),
        when=_name(visit, f"step.{WHEN}.choice.{case.tip.when}", case.tip.when),
        reasons=tuple(why.reasons()) if is_superior(visit.viewer.office) else (),
        exhibits=exhibits(case, stores.police_range),
        moments=tuple(Timeline(visit, case).moments()),
    )


def _answers(visit: Visit, case: Case) -> tuple[tuple[str, str], ...]:
    def told(question: str, choice: str) -> tuple[str, str]:
        key = f"category.{case.tip.category}.question.{question}"
        asked = _name(visit, f"{key}.text", question)
        return asked, _name(visit, f"{key}.choice.{choice}", choice)

    return tuple(told(one.question, one.choice) for one in case.tip.answers)


def _name(visit: Visit, key: str, otherwise: str) -> str:
    return visit.stores.police_range.name(visit.language, key, otherwise=otherwise)


ROUTES: Final = (
    Route("GET", "/cases/<number>", "case", _case),
    Route("GET", "/cases/<number>/files/<place>", "case", _file),
)
