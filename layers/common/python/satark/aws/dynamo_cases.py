"""The ledger of cases in DynamoDB: one item an event, keyed by case and sequence number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark import wire
from satark.case import CaseEvent
from satark.ports import Conflicted

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import PutTypeDef


class DynamoCaseStore:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            KeyConditionExpression="case_id = :case",
            ExpressionAttributeValues={":case": {"S": case_id}},
            ConsistentRead=True,
        )
        return [
            wire.case_event.load(item["event"]["S"]) for page in pages for item in page["Items"]
        ]

    def append(self, event: CaseEvent) -> None:
        try:
            self._client.put_item(**append_request(self._table, event))
        except ClientError as error:
            if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
                raise Conflicted from error
            raise


def append_request(table: str, event: CaseEvent) -> "PutTypeDef":
    """The write that adds an event and can never replace one, also as part of a transaction."""
    return {
        "TableName": table,
        "Item": {
            "case_id": {"S": event.case_id},
            "seq": {"N": str(event.seq)},
            "at": {"S": event.at.isoformat()},
            "kind": {"S": event.what.kind},
            "event": {"S": wire.case_event.dump(event)},
        },
        "ConditionExpression": "attribute_not_exists(case_id)",
    }
