"""Athena, as its API is described: a query is awaited, its pages read, its failure told."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.stub import ANY, Stubber

from satark.aws.athena import AthenaEngine
from satark.lake.answers import OutcomeCount
from satark.lake.asked import Asked, Reader
from satark.lake.queries import OUTCOMES, QueryFailed

if TYPE_CHECKING:
    from mypy_boto3_athena import AthenaClient

ID = {"QueryExecutionId": "q"}
A_DAY = date(2026, 11, 1)
ASKED = Asked(first=A_DAY, last=A_DAY, earlier=A_DAY, reader=Reader("range", ()), k=3)


@pytest.fixture
def client() -> "AthenaClient":
    return boto3.client("athena")


@pytest.fixture
def service(client: "AthenaClient") -> Iterator[Stubber]:
    with Stubber(client) as stubber:
        sent = {"QueryString": ANY, "WorkGroup": "lake"}
        stubber.add_response("start_query_execution", ID, sent)
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def engine(client: "AthenaClient", waits: list[float]) -> AthenaEngine:
    return AthenaEngine(client, workgroup="lake", database="d", patience=5, wait=waits.append)


def stands(service: Stubber, state: str, **more: Any) -> None:
    told = {"Status": {"State": state, **more}, "Statistics": {"DataScannedInBytes": 4096}}
    service.add_response("get_query_execution", {"QueryExecution": told}, ID)


def page(service: Stubber, *rows: tuple[str | None, ...], token: str, next_token: str) -> None:
    data = [{"Data": [{"VarCharValue": v} if v is not None else {} for v in row]} for row in rows]
    told: dict[str, Any] = {"ResultSet": {"Rows": data}}
    if next_token:
        told["NextToken"] = next_token
    service.add_response(
        "get_query_results", told, {**ID, **({"NextToken": token} if token else {})}
    )


def test_rows_come_from_every_page_and_only_the_first_has_names(
    service: Stubber, engine: AthenaEngine, waits: list[float]
) -> None:
    for state in ("QUEUED", "RUNNING", "SUCCEEDED"):
        stands(service, state)
    names = ("district", "outcome", "tips")
    page(service, names, ("ghazipur", "closed", "2"), token="", next_token="t")
    page(service, ("jaunpur", None, "11"), token="t", next_token="")
    assert engine.run(OUTCOMES, ASKED) == (
        OutcomeCount("ghazipur", "closed", 2),
        OutcomeCount("jaunpur", None, 11),
    )
    assert waits == [0.1, 0.2]
    assert engine.scanned == 4096


@pytest.mark.parametrize("state", ["FAILED", "CANCELLED"])
def test_a_failure_is_told_in_athenas_words_and_paid(
    service: Stubber, engine: AthenaEngine, state: str
) -> None:
    stands(service, state, StateChangeReason="SYNTAX_ERROR: line 1:1")
    with pytest.raises(QueryFailed, match="outcomes: SYNTAX_ERROR: line 1:1"):
        engine.run(OUTCOMES, ASKED)
    assert engine.scanned == 4096


def test_a_query_that_does_not_end_is_stopped(
    service: Stubber, engine: AthenaEngine, waits: list[float]
) -> None:
    for _ in range(7):
        stands(service, "RUNNING")
    service.add_response("stop_query_execution", {}, ID)
    with pytest.raises(QueryFailed, match="stopped after 5 seconds"):
        engine.run(OUTCOMES, ASKED)
    assert waits == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0]
