"""The ledger of cases in DynamoDB: one item an event, keyed by case and sequence number.

Each row carries the hash of the row before it: satark.ledger. Every append moves the case's head
as well, in one transaction: satark.aws.dynamo_heads.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark import wire
from satark.aws.dynamo_errors import lost_the_race
from satark.aws.dynamo_heads import head_put, question_put, rated_put
from satark.case import CaseEvent, OfficerAsked, TipFiled, TipsterRated
from satark.ledger import BEGINNING, LedgerRow
from satark.ports import Conflicted
from satark.standing import Standing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef


_LATEST = 20


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


class DynamoFiledCases(DynamoCases):
    """The ledger, and where in it tips of one district and category were filed."""

    def filed(
        self, district: str, category: str, *, since: datetime, until: datetime
    ) -> Sequence[str]:
        answer = self._client.query(
            TableName=self._cases,
            IndexName="by-subject",
            KeyConditionExpression="subject = :subject AND #at BETWEEN :since AND :until",
            ExpressionAttributeNames={"#at": "at"},
            ExpressionAttributeValues={
                ":subject": {"S": _subject(district, category)},
                ":since": {"S": since.isoformat()},
                ":until": {"S": until.isoformat()},
            },
            ScanIndexForward=False,
            Limit=_LATEST,
        )
        return [item["case_id"]["S"] for item in answer["Items"]]


class DynamoCaseStore(DynamoCases):
    """The ledger, to be read and added to."""

    def __init__(self, client: "DynamoDBClient", *, cases: str, heads: str) -> None:
        super().__init__(client, table=cases)
        self._heads = heads

    def append(self, event: CaseEvent, standing: Standing) -> None:
        row = row_of(event, self._hash_before(event))
        puts = append_requests(event, standing, row, cases=self._cases, heads=self._heads)
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
    event: CaseEvent, standing: Standing, row: LedgerRow, *, cases: str, heads: str
) -> "Sequence[PutTypeDef]":
    """The writes of a transaction that adds an event and can never replace one."""
    puts = [_put(event, row, cases), head_put(row, standing, heads)]
    match event.what:
        case OfficerAsked():
            return [*puts, question_put(event, heads)]
        case TipsterRated():
            return [*puts, rated_put(event, heads)]
    return puts


def _put(event: CaseEvent, row: LedgerRow, table: str) -> "PutTypeDef":
    put: PutTypeDef = {
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
    if isinstance(event.what, TipFiled):
        tip = event.what.tip
        put["Item"] = {**put["Item"], "subject": {"S": _subject(tip.district, tip.category)}}
    return put


def _subject(district: str, category: str) -> str:
    """What filings are indexed by, and no other row."""
    return f"{district}#{category}"
