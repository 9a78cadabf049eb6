"""The officers' roster in DynamoDB.

Two kinds of item, each in an index of its own: an officer, by office and in the roster's order;
and a pseudonym that stands for an officer, of whom WhatsApp may tell by number or by user id.
"""

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
        officers = map(parse_officer, self._indexed("office", office))
        return [officer for officer in officers if not officer.suspended]

    def by_pseudonym(self, pseudonym: str) -> Officer | None:
        found = self._indexed("pseudonym", pseudonym)
        return self.officer(found[0]["stands_for"]["S"]) if found else None

    def officer(self, officer_id: str) -> Officer | None:
        item = self._item(officer_id)
        return parse_officer(item) if item else None

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


def parse_officer(item: "Item") -> Officer:
    return Officer(
        id=item["officer_id"]["S"],
        name=item["name"]["S"],
        rank=item["rank"]["S"],
        office=item["office"]["S"],
        language=item["language"]["S"],
        seen_at=datetime.fromisoformat(item["seen_at"]["S"]) if "seen_at" in item else None,
        suspended=item.get("suspended", {}).get("BOOL", False),
    )
