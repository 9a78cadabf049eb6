"""Sealed reply addresses in DynamoDB, each under its tip's random handle."""

import time
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.aws.dynamo_errors import lost_the_race
from satark.identity import Handle, OwnerTag, SealedAddress

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    type Item = Mapping[str, AttributeValueTypeDef]


class DynamoAddressVault:
    """The courier's side: it looks addresses up, ends them, and puts them under another key."""

    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def find(self, handle: Handle) -> tuple[SealedAddress, datetime] | None:
        if (item := self._item(handle)) is None:
            return None
        return SealedAddress(item["address"]["S"]), datetime.fromisoformat(item["opened_at"]["S"])

    def tag(self, handle: Handle) -> OwnerTag | None:
        item = self._item(handle)
        return OwnerTag(item["salt"]["S"], item["tag"]["S"]) if item else None

    def _item(self, handle: Handle) -> "Item | None":
        item = self._client.get_item(TableName=self._table, Key={"handle": {"S": handle}}).get(
            "Item"
        )
        # DynamoDB deletes expired items within days, not at once: the reader has to look.
        if item is None or int(item["expires"]["N"]) <= time.time():
            return None
        return item

    def forget(self, handle: Handle) -> None:
        self._client.delete_item(TableName=self._table, Key={"handle": {"S": handle}})

    def let_go(self, handle: Handle, until: datetime) -> None:
        self._update(
            handle,
            "SET expires = :until",
            where="expires > :until",
            values={":until": {"N": str(int(until.timestamp()))}},
        )

    def under_another(self, key: str) -> "Iterator[tuple[Handle, SealedAddress]]":
        pages = self._client.get_paginator("scan").paginate(
            TableName=self._table,
            ConsistentRead=True,
            ProjectionExpression="handle, address, expires",
            FilterExpression="NOT begins_with(address, :key)",
            ExpressionAttributeValues={":key": {"S": f"{key}."}},
        )
        for item in (item for page in pages for item in page["Items"]):
            handle = Handle(item["handle"]["S"])
            if int(item["expires"]["N"]) <= time.time():
                self.forget(handle)
            else:
                yield handle, SealedAddress(item["address"]["S"])

    def exchange(self, handle: Handle, address: SealedAddress, anew: SealedAddress) -> None:
        self._update(
            handle,
            "SET address = :anew",
            where="address = :address",
            values={":address": {"S": address}, ":anew": {"S": anew}},
        )

    def _update(
        self,
        handle: Handle,
        change: str,
        *,
        where: str,
        values: "Mapping[str, AttributeValueTypeDef]",
    ) -> None:
        """Where there is no item, no condition on it holds: none is made."""
        try:
            self._client.update_item(
                TableName=self._table,
                Key={"handle": {"S": handle}},
                UpdateExpression=change,
                ConditionExpression=where,
                ExpressionAttributeValues=values,
            )
        except ClientError as error:
            if not lost_the_race(error):
                raise

    def forget_all_of(self, owner: str, until: datetime) -> None:
        """No index leads from an owner to a tip, so every tag is tried: some thousands."""
        for handle, tag, opened_at in self._tags():
            if opened_at <= until and tag.names(owner):
                self.forget(handle)

    def _tags(self) -> "Iterator[tuple[Handle, OwnerTag, datetime]]":
        pages = self._client.get_paginator("scan").paginate(
            TableName=self._table,
            ConsistentRead=True,
            ProjectionExpression="handle, salt, tag, opened_at",
        )
        for item in (item for page in pages for item in page["Items"]):
            opened_at = datetime.fromisoformat(item["opened_at"]["S"])
            yield (
                Handle(item["handle"]["S"]),
                OwnerTag(item["salt"]["S"], item["tag"]["S"]),
                opened_at,
            )
