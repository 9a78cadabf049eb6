"""The writer's side of the roster in DynamoDB: an operator's, and the roster's own function's."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from satark.aws.dynamo_roster import parse_officer
from satark.identity import SealedAddress
from satark.roster import Officer

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    type Item = dict[str, AttributeValueTypeDef]


class DynamoEnlistment:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def officers(self) -> dict[str, Officer]:
        enlisted = [item for item in self._items() if "office" in item]
        enlisted.sort(key=lambda item: int(item["position"]["N"]))
        return {item["officer_id"]["S"]: parse_officer(item) for item in enlisted}

    def enlist(
        self,
        officer: Officer,
        *,
        pseudonyms: Iterable[str],
        address: SealedAddress,
        position: int,
    ) -> None:
        self._put(_officer_item(officer, address=address, position=position))
        for pseudonym in pseudonyms:
            self._put(_pseudonym_item(pseudonym, officer))

    def strike(self, officer_id: str) -> None:
        """Remove an officer and the pseudonyms that stand for them."""
        for item in self._items():
            if officer_id in {item["officer_id"]["S"], item.get("stands_for", {}).get("S")}:
                self._client.delete_item(
                    TableName=self._table, Key={"officer_id": item["officer_id"]}
                )

    def move(self, officer_id: str, office: str) -> None:
        self._set(officer_id, "SET office = :value", {"S": office})

    def suspend(self, officer_id: str, *, suspended: bool) -> None:
        lift = "" if suspended else " REMOVE identity_key"
        self._set(officer_id, f"SET suspended = :value{lift}", {"BOOL": suspended})

    def _set(self, officer_id: str, do: str, value: "AttributeValueTypeDef") -> None:
        """Raises ConditionalCheckFailedException of an officer who was struck off meanwhile."""
        self._client.update_item(
            TableName=self._table,
            Key={"officer_id": {"S": officer_id}},
            UpdateExpression=do,
            ConditionExpression="attribute_exists(office)",
            ExpressionAttributeValues={":value": value},
        )

    def _items(self) -> "list[Item]":
        pages = self._client.get_paginator("scan").paginate(TableName=self._table)
        return [item for page in pages for item in page["Items"]]

    def _put(self, item: "Item") -> None:
        self._client.put_item(TableName=self._table, Item=item)


def _officer_item(officer: Officer, *, address: SealedAddress, position: int) -> "Item":
    item: Item = {
        "officer_id": {"S": officer.id},
        "name": {"S": officer.name},
        "rank": {"S": officer.rank},
        "office": {"S": officer.office},
        "language": {"S": officer.language},
        "address": {"S": address},
        "position": {"N": str(position)},
        "suspended": {"BOOL": officer.suspended},
    }
    times = {"seen_at": officer.seen_at, "changed_at": officer.changed_at}
    key: Item = {"identity_key": {"S": officer.identity_key}} if officer.identity_key else {}
    return item | key | {name: {"S": at.isoformat()} for name, at in times.items() if at}


def _pseudonym_item(pseudonym: str, officer: Officer) -> "Item":
    return {
        "officer_id": {"S": f"pseudonym#{pseudonym}"},
        "pseudonym": {"S": pseudonym},
        "stands_for": {"S": officer.id},
    }
