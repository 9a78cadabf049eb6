"""What may be done on a case's page: a form for each deed, and what became of the last one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from functions.dashboard.deeds.doing import scene_of
from functions.dashboard.deeds.forms import Form, Forms, Tried
from functions.dashboard.deeds.offered import offered
from functions.dashboard.deeds.telling import told
from functions.dashboard.visit import Visit
from satark.case import Case

DONE: Final = "done"
"""In the address of a page: the event that a form has just become."""


@dataclass(frozen=True, slots=True)
class Board:
    """`number` is the one that its forms send, and no other page's do.

    `said` is what was just done; `why`, why a form was not done that is offered no more.
    """

    case_id: str
    number: str
    forms: tuple[Form, ...] = ()
    said: str = ""
    why: str = ""


def board(visit: Visit, case: Case, tried: Tried | None = None) -> Board:
    """Without a form for whoever is no officer."""
    scene = scene_of(visit)
    if scene is None:
        return Board(case.case_id, visit.id)
    forms = Forms(case, scene, visit.words, tried)
    names = offered(case, scene)
    lost = (tried.why for tried in _tried(tried) if tried.name not in names)
    return Board(
        case_id=case.case_id,
        number=visit.id,
        forms=tuple(map(forms.of, names)),
        said=told(visit.query.get(DONE, ""), case, scene),
        why=next(lost, ""),
    )


def _tried(tried: Tried | None) -> Iterator[Tried]:
    if tried:
        yield tried
