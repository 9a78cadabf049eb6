"""What the range office settles: who is an officer. Deadlines are shown.

A number passes through here once, from the form to the roster's own function, and into no page.
"""

import base64
from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.bodies import parts_of
from functions.dashboard.chosen import Chosen, NoSuchPage
from functions.dashboard.officers import groups, officers_of, offices_under
from functions.dashboard.routes import Route, html, see_other
from functions.dashboard.showing import show
from functions.dashboard.visit import Visit
from satark.police_range.roster import LARGEST

CELLS: Final = ("name", "rank", "office", "language", "number")
DONE: Final = ("added", "moved", "suspended", "resumed")
REFUSED: Final = ("not_yours", "yourself", "large", "encoding", "columns", "empty")


def _page(visit: Visit, status: int = 200, **told: object) -> Response[str]:
    """`verdict` and `refused` are answers of the roster to what was just asked."""
    stores, place = visit.stores, visit.viewer.place
    officers = officers_of(_ask(visit, do="list").get("officers", ()))
    changing = visit.query.get("officer")
    known = groups(officers, place, stores.police_range)
    page = show(
        visit,
        Chosen(),
        groups=known,
        offices={one.place: offices_under(one.place, stores.police_range) for one in known},
        one=next((one for one in officers if one.id == changing), None),
        deadlines=stores.police_range.deadlines,
        spoken=stores.police_range.languages,
        done=visit.query.get("done") if visit.query.get("done") in DONE else None,
        **{"verdict": None, "refused": None, "of_file": False, **told},
    )
    return html(status, page)


def _add(visit: Visit) -> Response[str]:
    answer = _ask(visit, do="add", **{name: visit.form.get(name, "") for name in CELLS})
    if answer.get("taken"):
        return _done(visit, "added")
    return _page(visit, 422, verdict=answer.get("rows"), refused=_why(answer))


def _move(visit: Visit) -> Response[str]:
    form = visit.form
    asked = {"officer": form.get("officer", ""), "office": form.get("office", "")}
    return _changed(visit, "moved", _ask(visit, do="move", **asked))


def _suspend(visit: Visit) -> Response[str]:
    suspended = visit.form.get("suspended") == "yes"
    answer = _ask(visit, do="suspend", officer=visit.form.get("officer", ""), suspended=suspended)
    return _changed(visit, "suspended" if suspended else "resumed", answer)


def _file(visit: Visit) -> Response[str]:
    """Rows are judged; the good ones are taken where the form says how many were shown."""
    parts = parts_of(visit.raw)
    content, take = parts.get("file", b""), parts.get("take", b"").decode("ascii", "replace")
    if len(content) > LARGEST:
        return _page(visit, 413, refused="large", of_file=True)
    answer = _ask(
        visit,
        do="file",
        content=base64.b64encode(content).decode(),
        take=int(take) if take.isdecimal() else None,
    )
    if why := _why(answer):
        return _page(visit, 422, refused=why, of_file=True)
    rows, taken = answer["rows"], answer["taken"]
    return _page(visit, verdict=rows, of_file=True, taken=taken, asked=bool(take))


def _changed(visit: Visit, done: str, answer: Mapping[str, Any]) -> Response[str]:
    if why := _why(answer):
        return _page(visit, 409, refused=why)
    return _done(visit, done)


def _done(visit: Visit, what: str) -> Response[str]:
    return see_other(f"/{visit.language}/settings?done={what}")


def _why(answer: Mapping[str, Any]) -> str | None:
    """Raises NoSuchPage for a reason that the page has no words for."""
    why = answer.get("refused")
    if why is None:
        return None
    said = str(why).removeprefix("file_")
    if said not in REFUSED:
        raise NoSuchPage
    return said


def _ask(visit: Visit, **asked: object) -> Mapping[str, Any]:
    return visit.stores.desk.ask({"by": visit.viewer.id, **asked})


ROUTES: Final = (
    Route("GET", "/settings", "settings", _page),
    Route("POST", "/settings/add", "settings", _add),
    Route("POST", "/settings/move", "settings", _move),
    Route("POST", "/settings/suspend", "settings", _suspend),
    Route("POST", "/settings/file", "settings", _file),
)
