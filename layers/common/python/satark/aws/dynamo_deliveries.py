"""What a courier meant to send, in DynamoDB, and what became of it.

Two kinds of item: an intent under its id, and under `ref#<MessageRef>` a pointer to the intent.
What happened to an intent is kept as one time a milestone, and its state is read from those: so
writes need no order, and a status that overtakes the answer to our own call harms nothing.
"""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.delivery import Ending, Intent, State
from satark.identity import MessageRef
from satark.message import DeliveryStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, UpdateTypeDef

    type Item = Mapping[str, AttributeValueTypeDef]

_KEPT_SECONDS = 35 * 24 * 3600  # Meta sends statuses for up to 30 days
_STRONGEST_FIRST: tuple[State, ...] = ("read", "delivered", "failed", "sent", "held", "gone")


class DynamoDeliveries:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def begin(self, intent: Intent) -> Intent:
        try:
            self._client.put_item(
                TableName=self._table,
                Item=_item(intent),
                ConditionExpression="attribute_not_exists(id)",
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            return self._intent(intent.id) or intent
        return intent

    def withdraw(self, intent_id: str) -> None:
        self._client.delete_item(TableName=self._table, Key={"id": {"S": intent_id}})

    def sent(self, intent_id: str, ref: MessageRef, at: datetime) -> None:
        """Note the send and, in the same transaction, the way back from its ref."""
        pointer: Item = {
            "id": {"S": f"ref#{ref}"},
            "intent": {"S": intent_id},
            "expires": {"N": _expiry()},
        }
        self._client.transact_write_items(
            TransactItems=[
                {"Update": self._milestone(intent_id, "sent", at)},
                {"Put": {"TableName": self._table, "Item": pointer}},
            ]
        )

    def ended(self, intent_id: str, state: Ending, at: datetime, error: int | None = None) -> None:
        self._client.update_item(**self._milestone(intent_id, state, at, error))

    def progress(self, status: DeliveryStatus) -> Intent | None:
        intent_id = status.intent or self._pointed(status.ref)
        if intent_id is None:
            return None
        try:
            self._client.update_item(
                **self._milestone(intent_id, status.state, status.at, status.error)
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            return None
        return self._intent(intent_id)

    def by_ref(self, ref: MessageRef) -> Intent | None:
        intent_id = self._pointed(ref)
        return self._intent(intent_id) if intent_id else None

    def about(self, officer_id: str) -> Sequence[str]:
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            IndexName="by-officer",
            KeyConditionExpression="officer_id = :officer",
            ExpressionAttributeValues={":officer": {"S": officer_id}},
            ScanIndexForward=False,
        )
        told = (item.get("case_id") for page in pages for item in page["Items"])
        return list(dict.fromkeys(case["S"] for case in told if case))

    def _milestone(
        self, intent_id: str, state: State, at: datetime, error: int | None = None
    ) -> "UpdateTypeDef":
        names = {"#milestone": f"{state}_at"}
        values: dict[str, AttributeValueTypeDef] = {":at": {"S": at.isoformat()}}
        sets = "#milestone = :at"
        if error is not None:
            sets += ", error_code = :error"
            values[":error"] = {"N": str(error)}
        return {
            "TableName": self._table,
            "Key": {"id": {"S": intent_id}},
            "UpdateExpression": f"SET {sets}",
            "ConditionExpression": "attribute_exists(id)",
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }

    def _get(self, item_id: str) -> "Item | None":
        answer = self._client.get_item(
            TableName=self._table, Key={"id": {"S": item_id}}, ConsistentRead=True
        )
        return answer.get("Item")

    def _pointed(self, ref: MessageRef) -> str | None:
        item = self._get(f"ref#{ref}")
        return item["intent"]["S"] if item else None

    def _intent(self, intent_id: str) -> Intent | None:
        item = self._get(intent_id)
        return _parse(item) if item else None


def _expiry() -> str:
    return str(int(time.time()) + _KEPT_SECONDS)


def _item(intent: Intent) -> "Item":
    about = {"officer_id": intent.officer_id, "case_id": intent.case_id}
    return {
        "id": {"S": intent.id},
        "at": {"S": intent.at.isoformat()},
        "expires": {"N": _expiry()},
        **{name: {"S": value} for name, value in about.items() if value},
    }


def _parse(item: "Item") -> Intent:
    return Intent(
        id=item["id"]["S"],
        at=datetime.fromisoformat(item["at"]["S"]),
        state=next((state for state in _STRONGEST_FIRST if f"{state}_at" in item), "sending"),
        officer_id=item["officer_id"]["S"] if "officer_id" in item else None,
        case_id=item["case_id"]["S"] if "case_id" in item else None,
        error=int(item["error_code"]["N"]) if "error_code" in item else None,
    )
