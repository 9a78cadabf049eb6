from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_cases import DynamoCaseStore, DynamoFiledCases, row_of
from satark.aws.dynamo_heads import DynamoCaseHeads, DynamoDueCases
from satark.case import (
    AlertOpened,
    Case,
    CaseEvent,
    OfficerActed,
    OfficerAsked,
    TipsterRated,
)
from satark.ledger import BEGINNING
from satark.ports import Conflicted
from satark.standing import CaseHead, Standing
from tests.adapters.tables import create
from tests.samples import AT, filing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

FILED = filing().event


@pytest.fixture
def cases(dynamodb: "DynamoDBClient") -> DynamoCaseStore:
    create(dynamodb, "cases", ("case_id", "seq"), by_subject=("subject", "at"))
    create(dynamodb, "heads", ("case_id",), by_due=("due_shard", "due"))
    store = DynamoCaseStore(dynamodb, cases="cases", heads="heads")
    store.append(FILED, Standing("received"))
    return store


@pytest.fixture
def heads(dynamodb: "DynamoDBClient", cases: DynamoCaseStore) -> DynamoCaseHeads:
    return DynamoCaseHeads(dynamodb, table="heads")


def test_a_case_is_read_in_the_order_of_its_events(cases: DynamoCaseStore) -> None:
    case = Case.of(cases.events(FILED.case_id))
    for number in range(2, 12):
        case = Case.of(
            [*case.events, case.next(f"e{number}", AT, AlertOpened(f"officer-{number}"))]
        )
        cases.append(case.events[-1], Standing(case.status))

    assert Case.of(cases.events(FILED.case_id)) == case


def test_an_event_never_replaces_one(cases: DynamoCaseStore) -> None:
    case = Case.of(cases.events(FILED.case_id))
    first = case.next("e1", AT, OfficerActed("officer-1", "accepted"))
    second = case.next("e2", AT, OfficerActed("officer-2", "nothing_found"))
    cases.append(first, Standing("accepted"))

    with pytest.raises(Conflicted):
        cases.append(second, Standing("closed"))
    assert cases.events(FILED.case_id) == [FILED, first]


def test_a_gap_is_refused(cases: DynamoCaseStore) -> None:
    with pytest.raises(Conflicted):
        cases.append(CaseEvent(FILED.case_id, 3, "e3", AT, AlertOpened("o1")), Standing("received"))
    assert cases.events(FILED.case_id) == [FILED]


def test_the_head_goes_with_the_case(cases: DynamoCaseStore, heads: DynamoCaseHeads) -> None:
    filed = row_of(FILED, BEGINNING)
    assert heads.head(FILED.case_id) == CaseHead(FILED.case_id, 1, Standing("received"), filed.hash)

    accepted = CaseEvent(FILED.case_id, 2, "e2", AT, OfficerActed("o1", "accepted"))
    cases.append(accepted, Standing("accepted"))

    then = row_of(accepted, filed.hash)
    assert heads.head(FILED.case_id) == CaseHead(FILED.case_id, 2, Standing("accepted"), then.hash)
    assert heads.head("00000000") is None


def test_a_question_leads_to_its_case(cases: DynamoCaseStore, heads: DynamoCaseHeads) -> None:
    cases.append(
        CaseEvent(FILED.case_id, 2, "q1", AT, OfficerAsked("o1", "कब?")), Standing("received")
    )

    assert heads.asked("q1") == FILED.case_id
    assert heads.asked("e1") is None
    assert (head := heads.head(FILED.case_id))
    assert (head.seq, head.standing) == (2, Standing("received"))


def test_a_case_is_rated_once(cases: DynamoCaseStore, heads: DynamoCaseHeads) -> None:
    assert not heads.rated(FILED.case_id)
    rated = CaseEvent(FILED.case_id, 2, "r1", AT, TipsterRated(helpful=True))
    cases.append(rated, Standing("received"))

    assert heads.rated(FILED.case_id)
    with pytest.raises(Conflicted):
        cases.append(
            CaseEvent(FILED.case_id, 3, "r2", AT, TipsterRated(helpful=False)), Standing("received")
        )
    assert cases.events(FILED.case_id) == [FILED, rated]


def test_an_unknown_case_has_no_events(cases: DynamoCaseStore) -> None:
    assert cases.events("00000000") == []


def test_the_head_keeps_how_the_case_stands(cases: DynamoCaseStore, heads: DynamoCaseHeads) -> None:
    late = Standing("accepted", AT + timedelta(hours=24), passed_up=True)
    cases.append(CaseEvent(FILED.case_id, 2, "e2", AT, OfficerActed("o1", "accepted")), late)
    assert (head := heads.head(FILED.case_id))
    assert head.standing == late


def test_due_cases_are_found_in_every_shard_and_no_others(
    cases: DynamoCaseStore, dynamodb: "DynamoDBClient"
) -> None:
    due, later = Standing("received", AT), Standing("received", AT + timedelta(seconds=1))
    wanted = {f"4829{number:04}" for number in range(40)}
    for case_id in sorted(wanted):
        cases.append(filing(case_id).event, due)
        cases.append(filing(f"9{case_id[1:]}").event, later)
        cases.append(
            CaseEvent(f"9{case_id[1:]}", 2, f"q {case_id}", AT, OfficerAsked("o", "?")), later
        )
    asked = DynamoDueCases(dynamodb, table="heads")
    assert sorted(asked.due(AT)) == sorted(wanted)
    assert list(asked.due(AT - timedelta(seconds=1))) == []
    assert len(list(asked.due(AT.astimezone(timezone(timedelta(hours=5, minutes=30)))))) == 40

    gone_on = "48290000"
    closed = CaseEvent(gone_on, 2, f"e {gone_on}", AT, OfficerActed("o1", "closed"))
    cases.append(closed, Standing("closed"))
    assert sorted(asked.due(AT)) == sorted(wanted - {gone_on})


def test_filings_are_found_by_district_category_and_time_the_latest_first(
    dynamodb: "DynamoDBClient", cases: DynamoCaseStore
) -> None:
    later = filing(case_id="55112233").event
    cases.append(replace(later, at=AT + timedelta(hours=1)), Standing("received"))
    case = Case.of(cases.events(FILED.case_id))
    cases.append(case.next("e1", AT, AlertOpened("officer-1")), Standing("received"))
    ledger = DynamoFiledCases(dynamodb, table="cases")

    def filed(place: str, what: str, *, hours: float = 2) -> Sequence[str]:
        return ledger.filed(place, what, since=AT, until=AT + timedelta(hours=hours))

    assert filed("ghazipur", "liquor") == ["55112233", FILED.case_id]
    assert filed("ghazipur", "liquor", hours=0.5) == [FILED.case_id]
    assert filed("ghazipur", "drugs") == filed("jaunpur", "liquor") == []
