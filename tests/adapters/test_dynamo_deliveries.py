from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import pytest

from satark.aws.dynamo_deliveries import DynamoDeliveries
from satark.delivery import Intent
from satark.identity import MessageRef
from satark.message import DeliveryStatus
from tests.adapters.tables import create
from tests.samples import AT

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

REF = MessageRef("ref-1")
INTENT = Intent("i1", AT, officer_id="o1", case_id="48291376")


@pytest.fixture
def deliveries(dynamodb: "DynamoDBClient") -> DynamoDeliveries:
    table = create(dynamodb, "deliveries", ("id",), by_officer=("officer_id", "at"))
    return DynamoDeliveries(dynamodb, table=table)


def status(
    state: Literal["sent", "delivered", "read", "failed"], error: int | None = None
) -> DeliveryStatus:
    return DeliveryStatus(REF, AT, state, INTENT.id, error)


def test_an_intent_begins_once(deliveries: DynamoDeliveries) -> None:
    assert deliveries.begin(INTENT) == INTENT
    deliveries.sent(INTENT.id, REF, AT)

    assert deliveries.begin(INTENT).state == "sent"


def test_a_withdrawn_intent_begins_anew(deliveries: DynamoDeliveries) -> None:
    deliveries.begin(INTENT)
    deliveries.withdraw(INTENT.id)

    assert deliveries.by_ref(REF) is None
    assert deliveries.begin(INTENT).state == "sending"


def test_a_quote_leads_back_to_the_intent(deliveries: DynamoDeliveries) -> None:
    deliveries.begin(INTENT)
    deliveries.sent(INTENT.id, REF, AT)

    found = deliveries.by_ref(REF)
    assert found is not None
    assert (found.id, found.case_id, found.officer_id) == ("i1", "48291376", "o1")
    assert deliveries.by_ref(MessageRef("another")) is None


def test_states_never_move_down_in_whatever_order_they_come(deliveries: DynamoDeliveries) -> None:
    deliveries.begin(INTENT)
    seen = []
    for state in ("read", "delivered", "sent"):
        progressed = deliveries.progress(status(state))
        seen.append(progressed and progressed.state)
    deliveries.sent(INTENT.id, REF, AT)

    assert seen == ["read", "read", "read"]
    assert deliveries.begin(INTENT).state == "read"


def test_a_failure_keeps_its_code(deliveries: DynamoDeliveries) -> None:
    deliveries.begin(INTENT)

    failed = deliveries.progress(status("failed", 131026))

    assert failed is not None
    assert (failed.state, failed.error) == ("failed", 131026)


@pytest.mark.parametrize("state", ["failed", "held", "gone"])
def test_what_ended_is_not_sent_again(
    deliveries: DynamoDeliveries, state: Literal["failed", "held", "gone"]
) -> None:
    deliveries.begin(INTENT)
    deliveries.ended(INTENT.id, state, AT)

    assert deliveries.begin(INTENT).state == state


def test_a_status_that_is_not_ours_changes_nothing(deliveries: DynamoDeliveries) -> None:
    assert deliveries.progress(status("delivered")) is None
    assert deliveries.begin(INTENT).state == "sending"


def test_an_officer_was_told_of_each_case_once_latest_first(deliveries: DynamoDeliveries) -> None:
    for number, case_id in enumerate(["11111111", "22222222", "11111111", None]):
        at = AT + timedelta(minutes=number)
        deliveries.begin(Intent(f"i{number}", at, officer_id="o1", case_id=case_id))

    assert deliveries.about("o1") == ["11111111", "22222222"]
    assert deliveries.about("o2") == []
