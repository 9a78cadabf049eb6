"""Where the forms of a case's page are sent to."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard import rendering
from functions.dashboard.case_page import case_page
from functions.dashboard.chosen import NoSuchPage
from functions.dashboard.deeds.board import DONE
from functions.dashboard.deeds.doing import causes, do, scene_of
from functions.dashboard.deeds.filled import Misfilled, filled
from functions.dashboard.deeds.forms import Tried
from functions.dashboard.deeds.names import NAMES, Name
from functions.dashboard.deeds.telling import SHORT
from functions.dashboard.routes import Route, html, see_other
from functions.dashboard.viewing import case_of, heard
from functions.dashboard.visit import Visit
from satark.case import Case
from satark.command.scene import Scene
from satark.ports import Conflicted

WRONG, BUSY = 422, 409
"""Nothing was recorded: for what was sent, or for what others wrote meanwhile."""


def _deed(visit: Visit, number: str, deed: str) -> Response[str]:
    """Raises NoSuchPage for a deed that is none, and for a case that is not this viewer's."""
    scene = scene_of(visit)
    name = next((name for name in NAMES if name == deed), None)
    if scene is None or name is None or not visit.form.get("form"):
        raise NoSuchPage
    return _done(name, _case(visit, number), scene, visit)


def _case(visit: Visit, number: str) -> Case:
    """Also one that the viewer hears of no more because of this very form, sent twice."""
    case = case_of(visit, number)
    if not heard(visit, case) and not any(case.records(cause.event_id) for cause in causes(visit)):
        raise NoSuchPage
    return case


def _done(name: Name, case: Case, scene: Scene, visit: Visit) -> Response[str]:
    form, words = visit.form, visit.words
    try:
        done = do(case.case_id, filled(name, form), scene, visit)
    except Misfilled as wrong:
        why = words(wrong.key, limit=wrong.field.limit, count=wrong.count)
        return _again(WRONG, Tried(name, form, why, wrong.field.name), case, visit)
    except Conflicted:
        return _again(BUSY, Tried(name, form, words("busy")), case, visit)
    if done.event_id is None:
        return _again(WRONG, Tried(name, form, done.words), case, visit)
    if not heard(visit, case_of(visit, case.case_id)):
        return _apart(200, done.words, visit)
    short = done.event_id[:SHORT]
    return see_other(f"/{visit.language}/cases/{case.case_id}?{DONE}={short}#content")


def _again(status: int, tried: Tried, case: Case, visit: Visit) -> Response[str]:
    """The page as it is now, with what was typed."""
    if not heard(visit, case_of(visit, case.case_id)):
        return _apart(status, tried.why, visit)
    return html(status, case_page(visit, case.case_id, tried))


def _apart(status: int, said: str, visit: Visit) -> Response[str]:
    """To whoever hears of the case no more."""
    page = rendering.html("parted.html", w=visit.words, language=visit.language, said=said)
    return html(status, page)


ROUTES: Final = (Route("POST", "/cases/<number>/<deed>", "case", _deed),)
