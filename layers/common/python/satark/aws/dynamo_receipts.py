"""Receipts in DynamoDB: a keyed digest of the tipster's code leads to the case, never back."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class DynamoReceipts:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def case_of(self, receipt_key: str) -> str | None:
        answer = self._client.get_item(
            TableName=self._table, Key={"receipt": {"S": receipt_key}}, ConsistentRead=True
        )
        item = answer.get("Item")
        # DynamoDB deletes expired items within days, not at once: the reader has to look.
        if item is None or int(item["expires"]["N"]) <= time.time():
            return None
        return item["case_id"]["S"]
