"""Moves and suspensions in DynamoDB, and the calls of one function by another."""

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ReadTimeoutError
from botocore.stub import ANY, Stubber

from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.functions import LambdaReportOrders, LambdaRosterDesk
from satark.identity import SealedAddress
from satark.ports import DeskFailed
from satark.roster import Officer
from tests.adapters.tables import create
from tests.samples import AT

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

SHO = Officer("o2", "A", "SHO", "thana:ghazipur/zamania", "hi", seen_at=AT, identity_key="k")
SP = Officer("o1", "B", "SP", "district:ghazipur", "hi")


@pytest.fixture
def enlistment(dynamodb: "DynamoDBClient") -> DynamoEnlistment:
    indexes = {"by_office": ("office", "position"), "by_pseudonym": ("pseudonym",)}
    made = DynamoEnlistment(
        dynamodb, table=create(dynamodb, "officers", ("officer_id",), **indexes)
    )
    for position, one in enumerate((SHO, SP)):
        address = SealedAddress(f"sealed {one.id}")
        made.enlist(one, pseudonyms=[f"p-{one.id}"], address=address, position=position)
    return made


def test_officers_come_in_the_order_of_the_roster(enlistment: DynamoEnlistment) -> None:
    assert list(enlistment.officers()) == ["o2", "o1"]


def test_who_is_moved_serves_there_with_the_same_number(
    dynamodb: "DynamoDBClient", enlistment: DynamoEnlistment
) -> None:
    enlistment.move("o2", "thana:ghazipur/saidpur")
    roster = DynamoRoster(dynamodb, table="officers")
    assert roster.holding("thana:ghazipur/zamania") == []
    assert roster.holding("thana:ghazipur/saidpur") == [
        replace(SHO, office="thana:ghazipur/saidpur")
    ]
    assert roster.address("o2") == "sealed o2"
    assert roster.by_pseudonym("p-o2") is not None


def test_who_comes_back_is_trusted_with_the_phone_that_writes_next(
    enlistment: DynamoEnlistment,
) -> None:
    enlistment.suspend("o2", suspended=True)
    assert enlistment.officers()["o2"] == replace(SHO, suspended=True)
    enlistment.suspend("o2", suspended=False)
    assert enlistment.officers()["o2"] == replace(SHO, identity_key=None)


@pytest.mark.parametrize("officer_id", ["o3", "pseudonym#p-o2"])
def test_nobody_comes_into_being_by_a_move(
    officer_id: str, dynamodb: "DynamoDBClient", enlistment: DynamoEnlistment
) -> None:
    with pytest.raises(dynamodb.exceptions.ConditionalCheckFailedException):
        enlistment.move(officer_id, "thana:ghazipur/saidpur")
    with pytest.raises(dynamodb.exceptions.ConditionalCheckFailedException):
        enlistment.suspend(officer_id, suspended=True)


def test_a_report_is_ordered_and_not_waited_for() -> None:
    client = _lambda()
    payload = json.dumps({"period": "2026-11", "office": "district:jaunpur", "mailed": False})
    asked = {"FunctionName": "reports", "InvocationType": "Event", "Payload": payload}
    with Stubber(client) as stub:
        stub.add_response("invoke", {"StatusCode": 202}, asked)
        LambdaReportOrders(client, function="reports").order("2026-11", "district:jaunpur")
        stub.assert_no_pending_responses()


def test_the_desk_answers_or_failed_and_says_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    client = _lambda()
    desk = LambdaRosterDesk(client, function="roster")
    with Stubber(client) as stub:
        answer = {"StatusCode": 200, "Payload": io.BytesIO(b'{"done": true}')}
        stub.add_response("invoke", answer, {"FunctionName": "roster", "Payload": ANY})
        assert desk.ask({"do": "list"}) == {"done": True}
        stub.add_response("invoke", {"StatusCode": 200, "FunctionError": "Unhandled"})
        with pytest.raises(DeskFailed) as caught:
            desk.ask({"do": "list"})
        assert str(caught.value) == ""

    def silent(**_asked: Any) -> None:
        raise ReadTimeoutError(endpoint_url="+919000000131")

    monkeypatch.setattr(client, "invoke", silent)
    with pytest.raises(DeskFailed) as caught:
        desk.ask({"do": "list"})
    assert (caught.value.__cause__, caught.value.__suppress_context__) == (None, True)


def _lambda() -> Any:
    return boto3.client(
        "lambda",
        region_name="ap-south-1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
    )
