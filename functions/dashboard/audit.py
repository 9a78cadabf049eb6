"""Who looked at which case and which file, and when: in what order, and of whom, is chosen."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Final
from urllib.parse import urlencode

from functions.dashboard.chosen import NoSuchPage
from functions.dashboard.scene import Scene
from functions.dashboard.stores import Stores
from satark.case import Case, CaseEvent, EvidenceViewed, Viewed
from satark.chain import offices
from satark.lake import queries
from satark.lake.answers import Look
from satark.lake.rows import indian

ON_A_SHEET: Final = 50
OF_ONE: Final = 500
"""Looks among which one officer's are sought, sheet by sheet: each case is read for it."""
_OFFICER: Final = re.compile(r"[A-Za-z0-9:/_-]{1,80}", re.ASCII)
_NUMBER: Final = re.compile(r"[0-9]{8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Seeing:
    """`file`: it was a file of the case. `by` is an id, of the roster or of who audits."""

    case_id: str
    at: datetime
    by: str
    file: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """The looks of one officer, or at one case, or all."""

    officer: str = ""
    number: str = ""
    days: int = 30
    sheet: int = 1

    def address(self, path: str, **changes: str | int) -> str:
        changed = replace(self, **changes)  # type: ignore[arg-type] # templates name the fields
        usual = Sought()
        said = {
            name: value
            for name in self.__slots__
            if (value := getattr(changed, name)) != getattr(usual, name)
        }
        return f"{path}?{urlencode(said)}" if said else path


@dataclass(frozen=True, slots=True)
class Audit:
    """One sheet, the latest first. `more`: there is another."""

    seeings: tuple[Seeing, ...]
    more: bool


def sought(officer: str, number: str, *, days: int, sheet: int) -> Sought:
    """Raises NoSuchPage for what no link of ours says."""
    for said, shape in ((officer, _OFFICER), (number, _NUMBER)):
        if said and not shape.fullmatch(said):
            raise NoSuchPage
    return Sought(officer, number, days, sheet)


def audit(scene: Scene, stores: Stores, chosen: Sought) -> Audit:
    """The lake says which case and when, its ledger who; so of all but one sheet nothing is read.

    Of one case it is all the looks that there ever were.
    Raises NoSuchPage for a case of another range, as for none.
    """
    if chosen.number:
        return Audit(tuple(_at_one(chosen, scene.viewer.office, stores)), more=False)
    looks = scene.rows(queries.VIEWS)
    size = OF_ONE if chosen.officer else ON_A_SHEET
    first = (chosen.sheet - 1) * size
    if chosen.sheet > 1 and first >= len(looks):
        raise NoSuchPage
    found = _told(looks[first : first + size], stores)
    theirs = (one for one in found if chosen.officer in {"", one.by})
    return Audit(tuple(theirs), more=first + size < len(looks))


def _told(looks: tuple[Look, ...], stores: Stores) -> list[Seeing]:
    ledger = cache(stores.cases.events)
    rows = (ledger(look.case_id)[look.seq - 1 : look.seq] for look in looks)
    return [seeing for row in rows for seeing in map(_seeing, row) if seeing]


def _at_one(chosen: Sought, office: str, stores: Stores) -> list[Seeing]:
    events = stores.cases.events(chosen.number)
    if not events or office not in offices(Case.of(events), stores.police_range):
        raise NoSuchPage
    found = filter(None, map(_seeing, reversed(events)))
    return [one for one in found if chosen.officer in {"", one.by}]


def _seeing(event: CaseEvent) -> Seeing | None:
    if not isinstance(event.what, Viewed):
        return None
    file = isinstance(event.what, EvidenceViewed)
    return Seeing(event.case_id, indian(event.at), event.what.by, file)
