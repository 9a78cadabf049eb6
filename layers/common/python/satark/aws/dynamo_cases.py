"""The ledger of cases in DynamoDB: one item an event, keyed by case and sequence number.

Each row carries the hash of the row before it: satark.ledger. Beside it, in a table of its own,
each case's head: how far it has gone, and its last row's hash. Every append moves both in one
transaction, so the flow can read and move a head without reading a case. There too, under
`question#<event id>`, lies the case of each question to a tipster, whose answer names no case, and
`rated#<case id>` says that the tipster has rated it, which is done once.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark import wire
from satark.aws.dynamo_errors import lost_the_race
from satark.case import CaseEvent, CaseHead, OfficerAsked, Status, TipsterRated, status_named
from satark.ledger import BEGINNING, LedgerRow
from satark.ports import Conflicted

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef


class DynamoCases:
    """The ledger, to be read."""

    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._cases = table

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        pages = self._client.get_paginator("query").paginate(
            TableName=self._cases,
            KeyConditionExpression="case_id = :case",
            ExpressionAttributeValues={":case": {"S": case_id}},
            ConsistentRead=True,
        )
        return [
            wire.case_event.load(item["event"]["S"]) for page in pages for item in page["Items"]
        ]


class DynamoCaseStore(DynamoCases):
    """The ledger, to be read and added to."""

    def __init__(self, client: "DynamoDBClient", *, cases: str, heads: str) -> None:
        super().__init__(client, table=cases)
        self._heads = heads

    def append(self, event: CaseEvent, status: Status) -> None:
        row = row_of(event, self._hash_before(event))
        puts = append_requests(event, status, row, cases=self._cases, heads=self._heads)
        try:
            self._client.transact_write_items(TransactItems=[{"Put": put} for put in puts])
        except ClientError as error:
            if lost_the_race(error):
                raise Conflicted from error
            raise

    def _hash_before(self, event: CaseEvent) -> str:
        """Of the row that the event follows. Raises Conflicted where there is none."""
        if event.seq == 1:
            return BEGINNING
        answer = self._client.query(
            TableName=self._cases,
            KeyConditionExpression="case_id = :case AND seq = :before",
            ExpressionAttributeValues={
                ":case": {"S": event.case_id},
                ":before": {"N": str(event.seq - 1)},
            },
            ConsistentRead=True,
        )
        if not answer["Items"]:
            raise Conflicted
        return stored(answer["Items"][0]).hash


class DynamoCaseHeads:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def head(self, case_id: str) -> CaseHead | None:
        if (item := self._item(case_id)) is None:
            return None
        status = status_named(item["status"]["S"])
        return CaseHead(case_id, int(item["seq"]["N"]), status, item["row_hash"]["S"])

    def asked(self, question_id: str) -> str | None:
        item = self._item(f"question#{question_id}")
        return item["asked_in"]["S"] if item else None

    def rated(self, case_id: str) -> bool:
        return self._item(f"rated#{case_id}") is not None

    def _item(self, key: str) -> "Mapping[str, AttributeValueTypeDef] | None":
        answer = self._client.get_item(
            TableName=self._table, Key={"case_id": {"S": key}}, ConsistentRead=True
        )
        return answer.get("Item")


def row_of(event: CaseEvent, follows: str) -> LedgerRow:
    return LedgerRow(
        case_id=event.case_id,
        seq=event.seq,
        at=event.at.isoformat(),
        kind=event.what.kind,
        event=wire.case_event.dump(event),
        follows=follows,
    )


def stored(item: "Mapping[str, AttributeValueTypeDef]") -> LedgerRow:
    """The row that an item of the table, or of its stream, is."""
    return LedgerRow(
        case_id=item["case_id"]["S"],
        seq=int(item["seq"]["N"]),
        at=item["at"]["S"],
        kind=item["kind"]["S"],
        event=item["event"]["S"],
        follows=item["follows"]["S"],
    )


def append_requests(
    event: CaseEvent, status: Status, row: LedgerRow, *, cases: str, heads: str
) -> "Sequence[PutTypeDef]":
    """The writes of a transaction that adds an event and can never replace one."""
    puts = [_put(row, cases), _head(row, status, heads)]
    match event.what:
        case OfficerAsked():
            return [*puts, _question(event, heads)]
        case TipsterRated():
            return [*puts, _rated(event, heads)]
    return puts


def _put(row: LedgerRow, table: str) -> "PutTypeDef":
    return {
        "TableName": table,
        "Item": {
            "case_id": {"S": row.case_id},
            "seq": {"N": str(row.seq)},
            "at": {"S": row.at},
            "kind": {"S": row.kind},
            "event": {"S": row.event},
            "follows": {"S": row.follows},
        },
        "ConditionExpression": "attribute_not_exists(case_id)",
    }


def _head(row: LedgerRow, status: Status, table: str) -> "PutTypeDef":
    """Succeeds only where the case has come exactly as far as the row that this one follows."""
    put: PutTypeDef = {
        "TableName": table,
        "Item": {
            "case_id": {"S": row.case_id},
            "seq": {"N": str(row.seq)},
            "status": {"S": status},
            "row_hash": {"S": row.hash},
        },
        "ConditionExpression": "attribute_not_exists(case_id)",
    }
    if row.seq > 1:
        put["ConditionExpression"] = "seq = :before AND row_hash = :follows"
        put["ExpressionAttributeValues"] = {
            ":before": {"N": str(row.seq - 1)},
            ":follows": {"S": row.follows},
        }
    return put


def _question(event: CaseEvent, table: str) -> "PutTypeDef":
    item: Mapping[str, AttributeValueTypeDef] = {
        "case_id": {"S": f"question#{event.id}"},
        "asked_in": {"S": event.case_id},
    }
    return {"TableName": table, "Item": item}


def _rated(event: CaseEvent, table: str) -> "PutTypeDef":
    return {
        "TableName": table,
        "Item": {"case_id": {"S": f"rated#{event.case_id}"}},
        "ConditionExpression": "attribute_not_exists(case_id)",
    }
