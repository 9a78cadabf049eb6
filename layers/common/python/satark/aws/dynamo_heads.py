"""The heads of cases in DynamoDB: how far each has gone, how it stands, and its last row's hash.

The flow can read and move a head without reading a case. In the same table, under
`question#<event id>`, lies the case of each question to a tipster, whose answer names no case;
`rated#<case id>` says that the tipster has rated it, which is done once, and `protected#<case id>`
that its files lie under a key of their own.

The index `by-due` holds the keys of those heads alone that have a `due`, in a few shards, so that
all due cases are found without a look at the others, and many writes at once find room.
"""

import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from satark.case import CaseEvent, status_named
from satark.ledger import LedgerRow
from satark.standing import CaseHead, Standing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef

SHARDS: Final = tuple("0123456789")


class DynamoCaseHeads:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def head(self, case_id: str) -> CaseHead | None:
        if (item := self._item(case_id)) is None:
            return None
        return CaseHead(case_id, int(item["seq"]["N"]), _standing(item), item["row_hash"]["S"])

    def asked(self, question_id: str) -> str | None:
        item = self._item(f"question#{question_id}")
        return item["asked_in"]["S"] if item else None

    def rated(self, case_id: str) -> bool:
        return self._item(f"rated#{case_id}") is not None

    def protected(self, case_id: str) -> bool:
        return self._item(f"protected#{case_id}") is not None

    def _item(self, key: str) -> "Mapping[str, AttributeValueTypeDef] | None":
        answer = self._client.get_item(
            TableName=self._table, Key={"case_id": {"S": key}}, ConsistentRead=True
        )
        return answer.get("Item")


class DynamoDueCases:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def due(self, now: datetime) -> Iterator[str]:
        """Shard by shard, in each the longest due first."""
        for shard in SHARDS:
            pages = self._client.get_paginator("query").paginate(
                TableName=self._table,
                IndexName="by-due",
                KeyConditionExpression="due_shard = :shard AND due <= :now",
                ExpressionAttributeValues={":shard": {"S": shard}, ":now": {"S": _sortable(now)}},
            )
            for page in pages:
                yield from (item["case_id"]["S"] for item in page["Items"])


def head_put(row: LedgerRow, standing: Standing, table: str) -> "PutTypeDef":
    """Succeeds only where the case has come exactly as far as the row that this one follows."""
    put: PutTypeDef = {
        "TableName": table,
        "Item": {
            "case_id": {"S": row.case_id},
            "seq": {"N": str(row.seq)},
            "status": {"S": standing.status},
            "passed_up": {"BOOL": standing.passed_up},
            "row_hash": {"S": row.hash},
            **_due(row.case_id, standing),
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


def question_put(event: CaseEvent, table: str) -> "PutTypeDef":
    item: Mapping[str, AttributeValueTypeDef] = {
        "case_id": {"S": f"question#{event.id}"},
        "asked_in": {"S": event.case_id},
    }
    return {"TableName": table, "Item": item}


def rated_put(event: CaseEvent, table: str) -> "PutTypeDef":
    return {
        "TableName": table,
        "Item": {"case_id": {"S": f"rated#{event.case_id}"}},
        "ConditionExpression": "attribute_not_exists(case_id)",
    }


def protected_put(case_id: str, table: str) -> "PutTypeDef":
    return {"TableName": table, "Item": {"case_id": {"S": f"protected#{case_id}"}}}


def shard_of(case_id: str) -> str:
    return SHARDS[zlib.crc32(case_id.encode()) % len(SHARDS)]


def _due(case_id: str, standing: Standing) -> "dict[str, AttributeValueTypeDef]":
    """Without them the head is not in the index."""
    if standing.due is None:
        return {}
    return {"due": {"S": _sortable(standing.due)}, "due_shard": {"S": shard_of(case_id)}}


def _standing(item: "Mapping[str, AttributeValueTypeDef]") -> Standing:
    due = datetime.fromisoformat(item["due"]["S"]) if "due" in item else None
    return Standing(status_named(item["status"]["S"]), due, item["passed_up"]["BOOL"])


def _sortable(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds")
