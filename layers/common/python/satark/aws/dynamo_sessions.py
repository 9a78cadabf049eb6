"""Tipsters' sessions in DynamoDB, and the one transaction that files a tip.

The case, the way back to its tipster, and the session move together or not at all: there is no
second write that could be lost.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.aws.dynamo_cases import append_request
from satark.filing import Filing, SessionRecord
from satark.ports import Conflicted

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import (
        AttributeValueTypeDef,
        PutTypeDef,
        TransactWriteItemTypeDef,
    )


class DynamoSessionStore:
    def __init__(
        self, client: "DynamoDBClient", *, sessions: str, cases: str, vault: str, receipts: str
    ) -> None:
        self._client = client
        self._sessions = sessions
        self._cases = cases
        self._vault = vault
        self._receipts = receipts

    def load(self, key: str) -> SessionRecord | None:
        answer = self._client.get_item(
            TableName=self._sessions, Key={"session": {"S": key}}, ConsistentRead=True
        )
        if (item := answer.get("Item")) is None:
            return None
        return SessionRecord(
            text=item["text"]["S"],
            version=int(item["version"]["N"]),
            expires=datetime.fromtimestamp(int(item["expires"]["N"]), UTC),
        )

    def commit(self, key: str, record: SessionRecord, filing: Filing | None = None) -> None:
        writes = [self._session(key, record), *(self._filed(filing) if filing else ())]
        try:
            if len(writes) == 1:
                self._client.put_item(**writes[0])
            else:
                items: list[TransactWriteItemTypeDef] = [{"Put": write} for write in writes]
                self._client.transact_write_items(TransactItems=items)
        except ClientError as error:
            if _lost_the_race(error):
                raise Conflicted from error
            raise

    def _session(self, key: str, record: SessionRecord) -> "PutTypeDef":
        """A write that succeeds only where nobody else has written since this was read."""
        put: PutTypeDef = {
            "TableName": self._sessions,
            "Item": {
                "session": {"S": key},
                "text": {"S": record.text},
                "version": {"N": str(record.version)},
                "expires": {"N": _epoch(record.expires)},
            },
            "ConditionExpression": "attribute_not_exists(version)",
        }
        if record.version > 1:
            put["ConditionExpression"] = "version = :before"
            put["ExpressionAttributeValues"] = {":before": {"N": str(record.version - 1)}}
        return put

    def _filed(self, filing: Filing) -> "tuple[PutTypeDef, PutTypeDef, PutTypeDef]":
        expires: AttributeValueTypeDef = {"N": _epoch(filing.forgotten_at)}
        return (
            append_request(self._cases, filing.event),
            {
                "TableName": self._vault,
                "Item": {
                    "handle": {"S": filing.handle},
                    "address": {"S": filing.address},
                    "opened_at": {"S": filing.opened_at.isoformat()},
                    "expires": expires,
                },
                "ConditionExpression": "attribute_not_exists(handle)",
            },
            {
                "TableName": self._receipts,
                "Item": {
                    "receipt": {"S": filing.receipt_key},
                    "case_id": {"S": filing.event.case_id},
                    "expires": expires,
                },
                "ConditionExpression": "attribute_not_exists(receipt)",
            },
        )


def _epoch(at: datetime) -> str:
    return str(int(at.timestamp()))


def _lost_the_race(error: ClientError) -> bool:
    """Whether a condition failed or another transaction was under way on the same items."""
    code = error.response["Error"]["Code"]
    reasons = {reason.get("Code") for reason in error.response.get("CancellationReasons", ())}
    return code == "ConditionalCheckFailedException" or (
        code == "TransactionCanceledException"
        and bool(reasons & {"ConditionalCheckFailed", "TransactionConflict"})
    )
