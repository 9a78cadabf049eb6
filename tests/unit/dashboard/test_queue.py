"""A list that has more tips than the query gives says so."""

from importlib.resources import files

from functions.dashboard.queue import MOST
from satark.lake.answers import QueuedCase
from satark.lake.rows import indian
from tests.samples import varanasi
from tests.unit.dashboard.visits import FILED, Rows, site_of, visit


def shown(count: int) -> str:
    row = QueuedCase(
        case_id="48291376",
        filed_at=indian(FILED),
        district="ghazipur",
        thana="ghazipur/zamania",
        category="illicit_liquor",
        level="normal",
        status="received",
        due=None,
        overdue=False,
    )
    return visit(site_of(Rows({"cases": (row,) * count}), varanasi()), "/en/cases").html


def test_a_list_that_is_cut_says_so() -> None:
    assert "The list has the 3,000 most urgent tips." in shown(MOST)
    assert "most urgent tips" not in shown(MOST - 1)


def test_the_most_is_what_the_query_gives() -> None:
    sql = (files("satark.lake") / "sql" / "cases.sql").read_text("utf-8")
    assert sql.rstrip().endswith(f"LIMIT {MOST}")
