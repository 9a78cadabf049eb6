"""Sealed reply addresses in DynamoDB, each under its tip's random handle."""

import time
from datetime import datetime
from typing import TYPE_CHECKING

from satark.identity import Handle, SealedAddress

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class DynamoAddressVault:
    """The courier's side: it can look an address up and forget it, and has no way to list them."""

    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def find(self, handle: Handle) -> tuple[SealedAddress, datetime] | None:
        item = self._client.get_item(TableName=self._table, Key={"handle": {"S": handle}}).get(
            "Item"
        )
        # DynamoDB deletes expired items within days, not at once: the reader has to look.
        if item is None or int(item["expires"]["N"]) <= time.time():
            return None
        return SealedAddress(item["address"]["S"]), datetime.fromisoformat(item["opened_at"]["S"])

    def forget(self, handle: Handle) -> None:
        self._client.delete_item(TableName=self._table, Key={"handle": {"S": handle}})
