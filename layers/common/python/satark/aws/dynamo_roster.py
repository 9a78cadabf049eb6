"""The officers' roster in DynamoDB, indexed by office (in roster order) and by pseudonym."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.identity import SealedAddress
from satark.roster import Officer

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    type Item = Mapping[str, AttributeValueTypeDef]


class DynamoRoster:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def holding(self, office: str) -> Sequence[Officer]:
        return [_officer(item) for item in self._indexed("office", office)]

    def by_pseudonym(self, pseudonym: str) -> Officer | None:
        return next((_officer(item) for item in self._indexed("pseudonym", pseudonym)), None)

    def officer(self, officer_id: str) -> Officer | None:
        item = self._item(officer_id)
        return _officer(item) if item else None

    def address(self, officer_id: str) -> SealedAddress | None:
        item = self._item(officer_id)
        return SealedAddress(item["address"]["S"]) if item else None

    def seen(self, officer_id: str, at: datetime) -> None:
        """Never moves back: webhooks come in any order."""
        try:
            self._client.update_item(
                TableName=self._table,
                Key={"officer_id": {"S": officer_id}},
                UpdateExpression="SET seen_at = :at",
                ConditionExpression="attribute_exists(officer_id)"
                " AND (attribute_not_exists(seen_at) OR seen_at < :at)",
                ExpressionAttributeValues={":at": {"S": at.isoformat()}},
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise

    def enlist(
        self, officer: Officer, *, pseudonym: str, address: SealedAddress, position: int
    ) -> None:
        """Add or replace an officer. For the operator's import: no function's role may do this."""
        self._client.put_item(
            TableName=self._table,
            Item={
                "officer_id": {"S": officer.id},
                "name": {"S": officer.name},
                "rank": {"S": officer.rank},
                "office": {"S": officer.office},
                "language": {"S": officer.language},
                "pseudonym": {"S": pseudonym},
                "address": {"S": address},
                "position": {"N": str(position)},
            },
        )

    def _item(self, officer_id: str) -> "Item | None":
        answer = self._client.get_item(TableName=self._table, Key={"officer_id": {"S": officer_id}})
        return answer.get("Item")

    def _indexed(self, attribute: str, value: str) -> "Sequence[Item]":
        return self._client.query(
            TableName=self._table,
            IndexName=f"by-{attribute}",
            KeyConditionExpression=f"{attribute} = :value",
            ExpressionAttributeValues={":value": {"S": value}},
        )["Items"]


def _officer(item: "Item") -> Officer:
    return Officer(
        id=item["officer_id"]["S"],
        name=item["name"]["S"],
        rank=item["rank"]["S"],
        office=item["office"]["S"],
        language=item["language"]["S"],
        seen_at=datetime.fromisoformat(item["seen_at"]["S"]) if "seen_at" in item else None,
    )
