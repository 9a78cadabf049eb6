"""DynamoDB does what we rely on: the next MiniStack must pass here first."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from local.cloud.embedded import EmbeddedCloud


def code(error: pytest.ExceptionInfo[ClientError]) -> str:
    return error.value.response["Error"]["Code"]


@pytest.fixture
def dynamodb(cloud: EmbeddedCloud) -> Any:
    return cloud.client("dynamodb")


@pytest.fixture(scope="module")
def table(cloud: EmbeddedCloud) -> str:
    keys = {"pk": "HASH", "sk": "RANGE"}
    cloud.client("dynamodb").create_table(
        TableName="contract",
        KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys.items()],
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in keys],
        BillingMode="PAY_PER_REQUEST",
    )
    return "contract"


def row(pk: str, sk: str = "0", **more: str) -> Any:
    return {name: {"S": value} for name, value in {"pk": pk, "sk": sk, **more}.items()}


def put(table: str, item: Any, **more: Any) -> Any:
    return {"Put": {"TableName": table, "Item": item, **more}}


def test_a_conditional_put_is_refused_and_shows_the_old_item(dynamodb: Any, table: str) -> None:
    new = {"TableName": table, "ConditionExpression": "attribute_not_exists(pk)"}
    dynamodb.put_item(Item=row("once"), **new)
    with pytest.raises(ClientError) as error:
        dynamodb.put_item(Item=row("once"), ReturnValuesOnConditionCheckFailure="ALL_OLD", **new)
    assert code(error) == "ConditionalCheckFailedException"
    assert error.value.response["Item"] == row("once")  # type: ignore[typeddict-item]  # the stubs know no Item here


def test_a_transaction_is_all_or_nothing_and_says_which_condition_failed(
    dynamodb: Any, table: str
) -> None:
    dynamodb.put_item(TableName=table, Item=row("taken"))
    free = "attribute_not_exists(pk)"
    with pytest.raises(ClientError) as error:
        dynamodb.transact_write_items(
            TransactItems=[
                put(table, row("innocent")),
                put(table, row("taken"), ConditionExpression=free),
            ]
        )
    assert code(error) == "TransactionCanceledException"
    reasons = error.value.response["CancellationReasons"]
    assert [reason["Code"] for reason in reasons] == ["None", "ConditionalCheckFailed"]
    assert "Item" not in dynamodb.get_item(TableName=table, Key=row("innocent"))


def test_a_transaction_puts_updates_deletes_and_checks(dynamodb: Any, table: str) -> None:
    for name in ("gone", "there"):
        dynamodb.put_item(TableName=table, Item=row(name))
    there = {"TableName": table, "Key": row("there")}
    value = {":v": {"S": "new"}}
    dynamodb.transact_write_items(
        TransactItems=[
            put(table, row("put")),
            {"Delete": {"TableName": table, "Key": row("gone")}},
            {
                "Update": {
                    "TableName": table,
                    "Key": row("updated"),
                    "UpdateExpression": "SET v = :v",
                    "ExpressionAttributeValues": value,
                }
            },
            {"ConditionCheck": {**there, "ConditionExpression": "attribute_exists(pk)"}},
        ]
    )

    def item(name: str) -> Any:
        return dynamodb.get_item(TableName=table, Key=row(name)).get("Item")

    assert item("put") == row("put")
    assert item("updated") == row("updated", v="new")
    assert item("gone") is None


def test_a_client_token_makes_a_transaction_happen_once(dynamodb: Any, table: str) -> None:
    add = {
        "TableName": table,
        "Key": row("counter"),
        "UpdateExpression": "ADD n :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }
    for _ in range(2):
        dynamodb.transact_write_items(
            TransactItems=[{"Update": add}], ClientRequestToken="the-same-token"
        )
    counter = dynamodb.get_item(TableName=table, Key=row("counter"))["Item"]
    assert counter["n"] == {"N": "1"}


def test_a_query_is_sorted_ranged_filtered_and_paged(dynamodb: Any, table: str) -> None:
    for number in "31024":
        dynamodb.put_item(TableName=table, Item=row("q", number))
    pages = dynamodb.get_paginator("query").paginate(
        TableName=table,
        KeyConditionExpression="pk = :pk AND sk BETWEEN :low AND :high",
        ExpressionAttributeValues={
            ":pk": {"S": "q"},
            ":low": {"S": "1"},
            ":high": {"S": "4"},
            ":not": {"S": "x"},
        },
        FilterExpression="attribute_not_exists(v) OR v <> :not",
        ScanIndexForward=False,
        PaginationConfig={"PageSize": 2},
    )
    found = [[item["sk"]["S"] for item in page["Items"]] for page in pages]
    assert [number for page in found for number in page] == ["4", "3", "2", "1"]
    assert len(found[0]) == 2


def test_an_update_is_conditional_and_returns_what_it_made(dynamodb: Any, table: str) -> None:
    def step(expected: str, new: str) -> Any:
        return dynamodb.update_item(
            TableName=table,
            Key=row("version"),
            UpdateExpression="SET #v = :new",
            ConditionExpression="attribute_not_exists(#v) OR #v = :expected",
            ExpressionAttributeNames={"#v": "version"},
            ExpressionAttributeValues={":new": {"S": new}, ":expected": {"S": expected}},
            ReturnValues="ALL_NEW",
        )

    assert step("0", "1")["Attributes"]["version"] == {"S": "1"}
    with pytest.raises(ClientError) as error:
        step("0", "2")
    assert code(error) == "ConditionalCheckFailedException"
