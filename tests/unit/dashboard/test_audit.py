"""Who looked at what: told by the ledger, of the cases that the lake names."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from functions.dashboard.site import Site
from satark.case import CaseEvent, CaseMerged, CaseViewed, EvidenceViewed, Happening, TipFiled
from satark.identity import Handle
from satark.lake.duckdb_engine import DuckDbEngine
from tests.fakes import Ledger
from tests.samples import varanasi
from tests.unit.dashboard.visits import FILED, Rows, claims, site_of, tip, visit, write_events

AUDITOR, DIG = claims("auditor", "range:varanasi"), claims("range", "range:varanasi")
SHO, SP = "of-thana:ghazipur/zamania", "of-district:ghazipur"
NUMBERS = ("11112222", "33334444")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two cases: seen by the SP; the first, merged since, by the SHO and its file too."""
    ledger, folder = Ledger(), tmp_path_factory.mktemp("lake")
    for number in NUMBERS:
        happened: list[Happening] = [TipFiled(tip("ghazipur/zamania"), Handle("h")), CaseViewed(SP)]
        if number == NUMBERS[0]:
            happened += [CaseViewed(SHO), EvidenceViewed(SHO, "kept/k"), CaseMerged(SP, NUMBERS[1])]
        for seq, what in enumerate(happened, 1):
            ledger.add(CaseEvent(number, seq, f"{seq}", FILED + timedelta(minutes=seq), what))
    write_events(folder, ledger, varanasi())
    with DuckDbEngine(folder, kept=True) as engine:
        yield site_of(engine, varanasi(), cases=ledger)


def rows(site: Site, **query: str) -> list[tuple[str, ...]]:
    seen = visit(site, "/en/audit", claims=AUDITOR, query=query)
    assert seen.status == 200
    body = seen.html[seen.html.find("<tbody>") : seen.html.find("</tbody>")]
    told = (re.findall(r"<t[hd][^>]*>(?:<a[^>]*>)?([^<]*)", row) for row in body.split("<tr>")[1:])
    return [(who, number, what) for _, who, number, what in told]


def test_each_look_is_told_with_who_it_was_the_latest_first(site: Site) -> None:
    sho, sp = "SI अ, Zamania", "SI अ, Ghazipur"
    one, other = "1111-2222", "3333-4444"
    assert rows(site) == [
        (sho, one, "File"),
        (sho, one, "Tip"),
        (sp, one, "Tip"),
        (sp, other, "Tip"),
    ]


def test_it_is_sought_by_officer_and_by_case(site: Site) -> None:
    assert {who for who, *_ in rows(site, officer=SHO)} == {"SI अ, Zamania"}
    assert len(rows(site, officer=SHO)) == 2
    assert [number for _, number, _ in rows(site, number=NUMBERS[1])] == ["3333-4444"]
    assert len(rows(site, number="1111-2222", officer=SP)) == 1
    assert rows(site, officer="nobody-1") == []


def test_whoever_audits_is_led_to_no_case(site: Site) -> None:
    html = visit(site, "/en/audit", claims=AUDITOR).html
    assert "/cases" not in html
    assert "liquor" not in html.lower()


@pytest.mark.parametrize(
    "query",
    [
        {"number": "99999999"},
        {"number": "'; --"},
        {"officer": "<b>"},
        {"sheet": "2"},
        {"days": "365"},
    ],
    ids=str,
)
def test_a_changed_address_leads_nowhere(site: Site, query: dict[str, str]) -> None:
    nowhere = visit(site, "/en/no-such-page", claims=DIG)
    assert visit(site, "/en/audit", claims=DIG, query=query) == nowhere


def test_when_nobody_looked_it_says_so() -> None:
    assert "Nobody has looked" in visit(site_of(Rows({}), varanasi()), "/en/audit").html
