"""Of whom no new tip is taken, in DynamoDB: a tag of the vault, under the handle of its tip.

The tag leads from nobody to its owner, and no two tags of one owner are alike: see OwnerTag.
"""

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from satark.identity import Handle, OwnerTag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy_boto3_dynamodb import DynamoDBClient


class DynamoBlocks:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def keep(self, handle: Handle, tag: OwnerTag, until: datetime) -> None:
        self._client.put_item(
            TableName=self._table,
            Item={
                "handle": {"S": handle},
                "salt": {"S": tag.salt},
                "tag": {"S": tag.digest},
                "expires": {"N": str(int(until.timestamp()))},
            },
        )

    def lift(self, handle: Handle) -> None:
        self._client.delete_item(TableName=self._table, Key={"handle": {"S": handle}})

    def until(self, owner: str) -> datetime | None:
        """No index leads from an owner to a block, so every tag is tried: some dozens."""
        ends = (expires for tag, expires in self._lasting() if tag.names(owner))
        last = max(ends, default=None)
        return datetime.fromtimestamp(last, UTC) if last else None

    def _lasting(self) -> "Iterator[tuple[OwnerTag, int]]":
        """DynamoDB deletes expired items within days, not at once: the reader has to look."""
        pages = self._client.get_paginator("scan").paginate(
            TableName=self._table, ConsistentRead=True
        )
        for item in (item for page in pages for item in page["Items"]):
            expires = int(item["expires"]["N"])
            if expires > time.time():
                yield OwnerTag(item["salt"]["S"], item["tag"]["S"]), expires
