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


_LATER = "attribute_not_exists({0}) OR {0} < :at"


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
        self._update(officer_id, "SET seen_at = :at", _LATER.format("seen_at"), at=at)

    def trust(self, officer_id: str, identity_key: str) -> None:
        first = "SET identity_key = :key"
        self._update(officer_id, first, "attribute_not_exists(identity_key)", key=identity_key)

    def doubt(self, officer_id: str, at: datetime) -> None:
        """Of each change once: told again after the officer was vouched for, it means nothing."""
        suspend = "SET suspended = :state, changed_at = :at"
        self._update(officer_id, suspend, _LATER.format("changed_at"), at=at, state=True)

    def vouch(self, officer_id: str, at: datetime) -> bool:
        lift = "SET suspended = :state REMOVE identity_key"
        return self._update(officer_id, lift, "changed_at = :at", at=at, state=False)

    def _update(
        self, officer_id: str, do: str, where: str, **values: datetime | str | bool
    ) -> bool:
        """Whether the officer is there and the condition held."""
        try:
            self._client.update_item(
                TableName=self._table,
                Key={"officer_id": {"S": officer_id}},
                UpdateExpression=do,
                ConditionExpression=f"attribute_exists(officer_id) AND ({where})",
                ExpressionAttributeValues={f":{name}": _typed(it) for name, it in values.items()},
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            return False
        return True

    def _item(self, officer_id: str) -> "Item | None":
        """As it is now: who was suspended a moment ago is suspended."""
        answer = self._client.get_item(
            TableName=self._table, Key={"officer_id": {"S": officer_id}}, ConsistentRead=True
        )
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
        seen_at=_time(item, "seen_at"),
        suspended=item.get("suspended", {}).get("BOOL", False),
        changed_at=_time(item, "changed_at"),
        identity_key=item["identity_key"]["S"] if "identity_key" in item else None,
    )


def _typed(value: datetime | str | bool) -> "AttributeValueTypeDef":  # noqa: FBT001 - a value, no flag
    if isinstance(value, bool):
        return {"BOOL": value}
    return {"S": value if isinstance(value, str) else value.isoformat()}


def _time(item: "Item", attribute: str) -> datetime | None:
    return datetime.fromisoformat(item[attribute]["S"]) if attribute in item else None
