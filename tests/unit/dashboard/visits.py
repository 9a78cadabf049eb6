"""Visits of the dashboard as API Gateway passes them on, and lakes to look at."""

import base64
import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from functions.dashboard.site import Site
from functions.lake.landing import landed
from satark.case import CaseEvent, TipFiled
from satark.identity import Handle
from satark.lake.asked import Asked
from satark.lake.cells import cell
from satark.lake.queries import Query, QueryFailed
from satark.lake.rows import day_of, row_of
from satark.police_range.model import PoliceRange
from satark.rating import rate
from satark.tip import Conflict, Place, Tip
from tests.samples import TIP

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
"""A Tuesday noon in India."""
FILED = datetime(2026, 11, 10, 6, 30, tzinfo=UTC)
PIN = Place("", 25.42, 83.56)
GROUPS = {
    "range": "range_office",
    "district": "sp_office",
    "thana": "thana",
    "auditor": "auditor",
}


def claims(role: str, office: str, name: str = "अधिकारी") -> dict[str, str]:
    return {"cognito:groups": f"[{GROUPS[role]}]", "custom:office": office, "name": name}


DIG = claims("range", "range:varanasi")


def event(
    path: str,
    *,
    query: Mapping[str, str] | None = None,
    claims: Mapping[str, object] | None = DIG,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    authorizer = {} if claims is None else {"authorizer": {"jwt": {"claims": dict(claims)}}}
    return {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": "",
        "headers": dict(headers or {}),
        "queryStringParameters": dict(query or {}),
        "requestContext": {
            "http": {"method": method, "path": path},
            "stage": "$default",
            "timeEpoch": int(NOW.timestamp() * 1000),
            **authorizer,
        },
    }


@dataclass(frozen=True, slots=True)
class Seen:
    status: int
    html: str
    headers: dict[str, str]


def visit(site: Site, path: str, **how: Any) -> Seen:
    answer = site.answer(event(path, **how))
    body = answer.get("body") or ""
    if answer.get("isBase64Encoded"):
        body = gzip.decompress(base64.b64decode(body)).decode()
    return Seen(answer["statusCode"], body, answer["headers"])


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


def write_lake(folder: Path, tips: Iterable[Tip], police_range: PoliceRange) -> None:
    """Each tip filed, and nothing done about it."""
    events = (_filed(f"{10_000_000 + n}", one, police_range) for n, one in enumerate(tips))
    rows = ((day_of(one), row_of(one, police_range=police_range, cell=cell)) for one in events)
    for one in landed(rows):
        path = folder / one.key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.body)


def _filed(case_id: str, one: Tip, police_range: PoliceRange) -> CaseEvent:
    what = TipFiled(one, Handle("h"), rate(one, police_range))
    return CaseEvent(case_id, 1, f"{case_id}-1", one.filed_at, what)
