"""Visits of the dashboard as API Gateway passes them on, and lakes to look at."""

import base64
import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from functions.dashboard.sign_in.cookies import SESSION
from functions.dashboard.sign_in.entrance import Address, Entrance
from functions.dashboard.site import Site
from functions.dashboard.stores import Stores
from functions.lake.landing import landed
from local.cognito.signing import Signer
from satark.case import Case, CaseEvent, CaseViewed, TipFiled
from satark.identity import Handle
from satark.lake.asked import Asked
from satark.lake.cells import cell
from satark.lake.queries import Query, QueryEngine, QueryFailed
from satark.lake.rows import day_of, row_of
from satark.police_range.model import PoliceRange
from satark.police_range.roster_cells import offices
from satark.ports import CaseStore, RosterDesk
from satark.rating import rate
from satark.roster import Officer
from satark.shelved import Shelved
from satark.tip import Conflict, Evidence, Place, Tip
from tests.fakes import Ledger, RosterList
from tests.samples import TIP

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
"""A Tuesday noon in India."""
FILED = datetime(2026, 11, 10, 6, 30, tzinfo=UTC)
PIN = Place("", 25.42, 83.56)
GROUPS: dict[str, str] = {
    "range": "range_office",
    "district": "sp_office",
    "thana": "thana",
    "auditor": "auditor",
}


def claims(role: str, office: str, name: str = "अधिकारी") -> dict[str, object]:
    """Of the first officer of this office, or of somebody who audits."""
    who = f"of-{office}" if role != "auditor" else "an-auditor"
    said: dict[str, object] = {
        "cognito:groups": [GROUPS[role]],
        "custom:officer": who,
        "name": name,
    }
    return said | ({"custom:office": office} if role == "auditor" else {})


ADDRESS = Address(
    pool_url="https://login.example",
    issuer="https://pool.example/ap-south-1_Test",
    client_id="a-client",
    dashboard_url="https://dashboard.example",
)
REQUESTS = count(1)
DIG = claims("range", "range:varanasi")


def event(  # noqa: PLR0913 - a request has these parts
    path: str,
    *,
    query: Mapping[str, str] | None = None,
    claims: Mapping[str, object] | None = DIG,
    cookies: Sequence[str] = (),
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
) -> dict[str, Any]:
    """`claims` stand in the token of a session; without them there is none."""
    session = [] if claims is None else [f"{SESSION}={session_of(claims)}"]
    return {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": urlencode(query or {}),
        "cookies": [*session, *cookies],
        "headers": dict(headers or {}),
        "queryStringParameters": dict(query or {}),
        "body": base64.b64encode(body).decode(),
        "isBase64Encoded": bool(body),
        "requestContext": {
            "http": {"method": method, "path": path},
            "stage": "$default",
            "requestId": f"request-{next(REQUESTS)}",
            "timeEpoch": int(NOW.timestamp() * 1000),
        },
    }


@cache
def signer() -> Signer:
    return Signer(issuer=ADDRESS.issuer, audience=ADDRESS.client_id)


def session_of(claims: Mapping[str, object]) -> str:
    return signer().id_token(claims, nonce="n", now=NOW)


def every_office(police_range: PoliceRange) -> RosterList:
    """One officer each."""
    return RosterList(
        [Officer(f"of-{one}", "अ", "SI", one, "hi") for one in sorted(offices(police_range))]
    )


@dataclass
class Shelf:
    """KeptReports."""

    kept: list[Shelved] = field(default_factory=list)

    def of(self, office: str) -> Sequence[Shelved]:
        return [one for one in self.kept if one.office == office]

    def link(self, report: Shelved, form: str, lives: timedelta) -> str:
        return f"https://files.example/{report.office}/{report.period}.{form}?{lives.seconds}"


@dataclass
class Orders:
    """ReportOrders."""

    given: list[tuple[str, str]] = field(default_factory=list)

    def order(self, period: str, office: str) -> None:
        self.given.append((period, office))


@dataclass
class ReadDesk:
    """A RosterDesk that lists the officers and changes nothing."""

    roster: RosterList

    def ask(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
        if asked["do"] != "list":
            return {"refused": "not_yours"}
        fields = ("id", "name", "rank", "office", "suspended")
        told = ({name: getattr(one, name) for name in fields} for one in self.roster.officers)
        return {"officers": [{**one, "changed": False} for one in told]}


def stores_of(  # noqa: PLR0913 - one of each
    engine: QueryEngine,
    police_range: PoliceRange,
    *,
    cases: CaseStore | None = None,
    roster: RosterList | None = None,
    shelf: Shelf | None = None,
    orders: Orders | None = None,
    desk: RosterDesk | None = None,
    at_once: int = 1,
) -> Stores:
    """Without `cases` there are none."""
    roster = roster or every_office(police_range)
    return Stores(
        engine=engine,
        police_range=police_range,
        cases=cases or Ledger(),
        roster=roster,
        evidence=Views(),
        at_once=at_once,
        reports=shelf or Shelf(),
        orders=orders or Orders(),
        desk=desk or ReadDesk(roster),
    )


def site_of(
    engine: QueryEngine, police_range: PoliceRange, *, sample: bool = False, **held: Any
) -> Site:
    """To which everybody of `every_office` can come. `held` as in `stores_of`."""
    return Site(
        stores_of(engine, police_range, **held),
        entrance=Entrance(OnePool(signer()), ADDRESS, chance=bytes),
        sample=sample,
    )


@dataclass
class OnePool:
    """A UserPool that gives this token for any code."""

    signer: Signer
    token: str = ""

    def exchange(self, code: str, verifier: str) -> str:
        return self.token

    def keys(self) -> Sequence[Mapping[str, object]]:
        keys: Sequence[Mapping[str, object]] = self.signer.jwks()["keys"]
        return keys


class Views:
    """EvidenceViews: a link says all that it was asked for."""

    origin = "https://evidence.example"

    def view(self, file: Evidence, *, name: str, lives: timedelta) -> str:
        return f"{self.origin}/{file.key}?name={name}&seconds={lives.total_seconds():.0f}"


@dataclass(frozen=True, slots=True)
class Seen:
    status: int
    html: str
    headers: dict[str, str]
    cookies: tuple[str, ...] = ()


def visit(site: Site, path: str, **how: Any) -> Seen:
    return seen(site, event(path, **how))


def seen(site: Site, request: dict[str, Any]) -> Seen:
    """But for the request's own number, which a page's forms hold: no two pages have the same."""
    answer = site.answer(request)
    body = answer.get("body") or ""
    if answer.get("isBase64Encoded"):
        body = gzip.decompress(base64.b64decode(body)).decode()
    body = body.replace(f'"{request["requestContext"]["requestId"]}"', '"…"')
    return Seen(answer["statusCode"], body, answer["headers"], tuple(answer.get("cookies", ())))


@dataclass
class Rows:
    """An engine that answers with these rows, by the name of the query."""

    rows: Mapping[str, tuple[Any, ...]]
    fails: bool = False
    asked: int = 0

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        self.asked += 1
        if self.fails:
            raise QueryFailed("SELECT secrets of the engine")
        return self.rows.get(query.name, ())


def tip(thana: str, *, about: Conflict = Conflict.NONE, at: datetime = FILED) -> Tip:
    district = thana.partition("/")[0]
    return replace(
        TIP, district=district, thana=thana, conflict=about, place=PIN, filed_at=at, evidence=()
    )


def ledger_of(tips: Iterable[Tip], police_range: PoliceRange) -> Ledger:
    """Each tip filed, from the number 10000000 on, and looked at once by somebody."""
    ledger = Ledger()
    for n, one in enumerate(tips):
        filed = _filed(f"{10_000_000 + n}", one, police_range)
        ledger.add(filed)
        ledger.add(Case.of([filed]).next("looked", one.filed_at, CaseViewed("of-range:varanasi")))
    return ledger


def write_events(folder: Path, events: Iterable[CaseEvent], police_range: PoliceRange) -> None:
    rows = ((day_of(one), row_of(one, police_range=police_range, cell=cell)) for one in events)
    for one in landed(rows):
        path = folder / one.key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.body)


def _filed(case_id: str, one: Tip, police_range: PoliceRange) -> CaseEvent:
    what = TipFiled(one, Handle("h"), rate(one, police_range))
    return CaseEvent(case_id, 1, f"{case_id}-1", one.filed_at, what)
