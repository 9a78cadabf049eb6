from typing import TYPE_CHECKING

import pytest

from satark.aws.dynamo_cases import DynamoCaseStore
from satark.case import AlertOpened, Case, OfficerActed
from satark.ports import Conflicted
from tests.adapters.tables import create
from tests.samples import AT, filing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

FILED = filing().event


@pytest.fixture
def cases(dynamodb: "DynamoDBClient") -> DynamoCaseStore:
    store = DynamoCaseStore(dynamodb, table=create(dynamodb, "cases", ("case_id", "seq")))
    store.append(FILED)
    return store


def test_a_case_is_read_in_the_order_of_its_events(cases: DynamoCaseStore) -> None:
    case = Case.of(cases.events(FILED.case_id))
    for number in range(2, 12):
        case = Case.of(
            [*case.events, case.next(f"e{number}", AT, AlertOpened(f"officer-{number}"))]
        )
        cases.append(case.events[-1])

    assert Case.of(cases.events(FILED.case_id)) == case


def test_an_event_never_replaces_one(cases: DynamoCaseStore) -> None:
    case = Case.of(cases.events(FILED.case_id))
    first = case.next("e1", AT, OfficerActed("officer-1", "accepted"))
    second = case.next("e2", AT, OfficerActed("officer-2", "nothing_found"))
    cases.append(first)

    with pytest.raises(Conflicted):
        cases.append(second)
    assert cases.events(FILED.case_id) == [FILED, first]


def test_an_unknown_case_has_no_events(cases: DynamoCaseStore) -> None:
    assert cases.events("00000000") == []
