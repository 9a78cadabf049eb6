"""Cases that stand in every way a deed asks for, and forms that are sent about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import Any
from urllib.parse import urlencode

from functions.dashboard.deeds.names import Name
from functions.dashboard.site import Site
from functions.dashboard.viewer import Role
from satark.case import (
    Case,
    CaseEvent,
    Happening,
    OfficerActed,
    OpeningAsked,
    SenderBlocked,
    TipFiled,
)
from satark.identity import Handle
from satark.police_range.model import PoliceRange
from satark.rating import rate
from satark.tip import Conflict, Evidence, Tip
from tests.fakes import Ledger
from tests.unit.dashboard.visits import NOW, Rows, Seen, claims, event, seen, site_of, tip

ONE, OTHER = "48291376", "55112233"
OWN = "ghazipur/zamania"
SHO, SP, DIG = "of-thana:ghazipur/zamania", "of-district:ghazipur", "of-range:varanasi"
WHO: dict[Role, dict[str, object]] = {
    "range": claims("range", "range:varanasi"),
    "district": claims("district", "district:ghazipur"),
    "thana": claims("thana", f"thana:{OWN}"),
    "auditor": claims("auditor", "range:varanasi"),
}
PROTECTED = Evidence("image", "kept", key="protected/k1", mime="image/jpeg", size=9)
FIELDS: dict[Name, dict[str, str]] = {
    "ask": {"question": "ट्रक किस रंग का है?"},
    "action_taken": {"fir": "112/2026", "arrests": "2", "seizure": "20 लीटर शराब"},
    "assign": {"officer": "of-thana:ghazipur/kotwali"},
    "transfer": {"district": "jaunpur"},
    "merge": {"number": "5511-2233"},
    "note": {"note": "मौक़ा देखा।\nशाम को फिर।"},
    "block": {"reason": "abuse"},
}
"""What each form is filled with here; the other forms have nothing to fill in."""
FIRST: dict[str, tuple[Happening, ...]] = {
    "in_progress": (OfficerActed(SP, "accepted"),),
    "closed": (OfficerActed(SP, "action_taken"),),
    "unblock": (SenderBlocked(DIG, "abuse"),),
}
"""What has to have happened before a deed makes sense."""
numbers = count(1)


@dataclass
class Office:
    """A dashboard on cases of a ledger. Its pages of the lake are empty."""

    police_range: PoliceRange
    cases: Ledger = field(default_factory=Ledger)

    @property
    def site(self) -> Site:
        return site_of(Rows({}), self.police_range, cases=self.cases)

    def file(self, one: Tip, *happened: Happening, case_id: str = ONE) -> "Office":
        filed = TipFiled(one, Handle(f"h-{case_id}"), rate(one, self.police_range))
        at = NOW - timedelta(hours=2)
        first = replace(filed, tip=replace(one, filed_at=at))
        for seq, what in enumerate((first, *happened), 1):
            self.cases.add(_event(case_id, seq, what))
        return self

    def recorded(self, case_id: str = ONE) -> list[Happening]:
        """What stands on the case beyond its filing, but for who looked at it."""
        later = self.cases.events(case_id)[1:]
        return [each.what for each in later if not each.what.kind.endswith("_viewed")]

    def case(self, case_id: str = ONE) -> Case:
        return Case.of(self.cases.events(case_id))

    def get(self, path: str, **how: Any) -> Seen:
        return seen(self.site, event(path, **how))

    def post(self, deed: str, form: Mapping[str, str] | None = None, **how: Any) -> Seen:
        """`form` without a number of its own is a new one each time."""
        return send(self.site, f"/hi/cases/{how.pop('case_id', ONE)}/{deed}", form or {}, **how)


def _event(case_id: str, seq: int, what: Happening) -> CaseEvent:
    at = NOW - timedelta(hours=2, minutes=-seq)
    return CaseEvent(case_id, seq, f"before-{case_id}-{seq}", at, what)


def send(site: Site, path: str, form: Mapping[str, str], **how: Any) -> Seen:
    """As a browser sends a form of the page itself."""
    headers = how.pop("headers", {"sec-fetch-site": "same-origin"})
    sent = {"form": f"form-{next(numbers)}"} | dict(form)
    posted = event(path, method="POST", headers=headers, **how)
    return seen(site, posted | {"body": urlencode(sent), "isBase64Encoded": False})


def standing_for(deed: Name, role: str, one: Tip, police_range: PoliceRange) -> Office:
    """An office with the tip as it has to stand for this deed of somebody of this role."""
    happened = FIRST.get(deed, ())
    if deed == "agree_opening":
        asker = SP if role == "range" else DIG
        happened = (OpeningAsked(asker),)
    if deed in {"open_files", "agree_opening"}:
        one = replace(one, evidence=(PROTECTED,))
    office = Office(police_range).file(one, *happened)
    office.file(tip(OWN), case_id=OTHER)
    return office


def about(kind: str, elsewhere: str) -> Tip:
    """A tip of this kind (functions.dashboard.access.CaseKind) of the station OWN."""
    match kind:
        case "about_station":
            return tip(OWN, about=Conflict.STATION)
        case "about_district":
            return tip(OWN, about=Conflict.DISTRICT)
        case "elsewhere":
            return tip(elsewhere)
        case _:
            return tip(OWN)
