"""A dashboard over a case to which everything has happened, with words of one's own all over it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from functions.dashboard.site import Site
from functions.dashboard.viewer import Role
from satark.case import CaseEvent, CaseMerged, CaseTransferred, Happening, TipFiled
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.queries import QueryEngine
from satark.shelved import Shelved
from satark.tip import Conflict, Place
from tests.fakes import Ledger, RosterList
from tests.samples import varanasi
from tests.unit.dashboard.visits import FILED, PIN, Shelf, every_office, site_of, write_events
from tests.unit.lake.ledgers import EVERYTHING, OFFICER, ledger, secret

CASE, OWN = "48291376", "ghazipur/zamania"
OFFICES: dict[Role, str] = {
    "range": "range:varanasi",
    "district": "district:ghazipur",
    "thana": f"thana:{OWN}",
    "auditor": "range:varanasi",
}
HANDLE, IDENTITY_KEY = "handle-5e1f9a72c4", "identity-key-77b0c2d19e"
"""What no page may hold, whoever reads it."""
_IDS = {OFFICER: f"of-thana:{OWN}", secret("key"): "kept/k1", secret("handle"): HANDLE}


def lake(folder: Path) -> DuckDbEngine:
    """In which the case counts. Its words do not come there."""
    write_events(folder, _case(""), varanasi())
    return DuckDbEngine(folder, kept=True)


def world(engine: QueryEngine, words: str) -> Site:
    """`words` stand wherever anybody can write some, and are every officer's name."""
    kept = [Shelved(office, "2026-10", frozenset({"pdf"})) for office in OFFICES.values()]
    return site_of(
        engine,
        varanasi(),
        cases=Ledger({CASE: _case(words)}),
        roster=officers(words),
        shelf=Shelf(kept),
    )


def _case(words: str) -> list[CaseEvent]:
    return ledger(happened(words), case_id=CASE)


def happened(words: str) -> Iterator[Happening]:
    """All that can happen to a case that stays where it is."""
    for one in EVERYTHING:
        if isinstance(one, TipFiled):
            place = Place(words, PIN.latitude, PIN.longitude)
            tip = replace(one.tip, conflict=Conflict.NONE, place=place, filed_at=FILED)
            yield _said(replace(one, tip=tip), words)
        elif not isinstance(one, CaseTransferred | CaseMerged):
            yield _said(one, words)


def officers(words: str) -> RosterList:
    """All of the same name."""
    roster = every_office(varanasi())
    named = [replace(one, name=words, identity_key=IDENTITY_KEY) for one in roster.officers]
    return RosterList(named)


def _said(value: Any, words: str) -> Any:
    """The same with these words where something was planted that is not an id."""
    if isinstance(value, str) and value.startswith("PLANTED IN"):
        return _IDS.get(value, words)
    if isinstance(value, tuple):
        return tuple(_said(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: _said(getattr(value, one.name), words) for one in fields(value)}
        return replace(value, **parts)
    return value
