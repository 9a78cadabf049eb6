"""Tipsters' sessions in DynamoDB, and the one transaction that files a tip.

The case, the way back to its tipster, and the session move together or not at all: there is no
second write that could be lost.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.aws.dynamo_cases import append_requests, row_of
from satark.aws.dynamo_errors import lost_the_race
from satark.aws.dynamo_heads import protected_put
from satark.case import CaseEvent
from satark.filing import Addition, Filing, SessionRecord
from satark.ledger import BEGINNING
from satark.ports import Conflicted
from satark.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import (
        AttributeValueTypeDef,
        PutTypeDef,
        TransactWriteItemTypeDef,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowTables:
    """The names of the tables that one transaction of the flow may touch."""

    sessions: str
    cases: str
    heads: str
    vault: str
    receipts: str


class DynamoSessionStore:
    def __init__(self, client: "DynamoDBClient", *, tables: FlowTables) -> None:
        self._client = client
        self._tables = tables

    def load(self, key: str) -> SessionRecord | None:
        answer = self._client.get_item(
            TableName=self._tables.sessions, Key={"session": {"S": key}}, ConsistentRead=True
        )
        if (item := answer.get("Item")) is None:
            return None
        return SessionRecord(
            text=item["text"]["S"],
            version=int(item["version"]["N"]),
            expires=datetime.fromtimestamp(int(item["expires"]["N"]), UTC),
        )

    def commit(
        self, key: str, record: SessionRecord, change: Filing | Addition | None = None
    ) -> None:
        writes = [self._session(key, record), *self._changed(change)]
        try:
            if len(writes) == 1:
                self._client.put_item(**writes[0])
            else:
                items: list[TransactWriteItemTypeDef] = [{"Put": write} for write in writes]
                self._client.transact_write_items(TransactItems=items)
        except ClientError as error:
            if lost_the_race(error):
                raise Conflicted from error
            raise

    def _session(self, key: str, record: SessionRecord) -> "PutTypeDef":
        """A write that succeeds only where nobody else has written since this was read."""
        put: PutTypeDef = {
            "TableName": self._tables.sessions,
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

    def _changed(self, change: Filing | Addition | None) -> "Iterator[PutTypeDef]":
        match change:
            case Filing(event=event, standing=standing):
                yield from self._appended(event, standing, BEGINNING)
                yield from self._way_back(change)
                if change.protected:
                    yield protected_put(event.case_id, self._tables.heads)
            case Addition(event=event, standing=standing, follows=follows):
                yield from self._appended(event, standing, follows)

    def _appended(
        self, event: CaseEvent, standing: Standing, follows: str
    ) -> "Iterable[PutTypeDef]":
        row = row_of(event, follows)
        tables = self._tables
        return append_requests(event, standing, row, cases=tables.cases, heads=tables.heads)

    def _way_back(self, filing: Filing) -> "tuple[PutTypeDef, PutTypeDef]":
        """From the case to its tipster, and from the tipster to the case."""
        expires: AttributeValueTypeDef = {"N": _epoch(filing.forgotten_at)}
        return (
            {
                "TableName": self._tables.vault,
                "Item": {
                    "handle": {"S": filing.handle},
                    "address": {"S": filing.address},
                    "opened_at": {"S": filing.opened_at.isoformat()},
                    "salt": {"S": filing.owner.salt},
                    "tag": {"S": filing.owner.digest},
                    "expires": expires,
                },
                "ConditionExpression": "attribute_not_exists(handle)",
            },
            {
                "TableName": self._tables.receipts,
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
