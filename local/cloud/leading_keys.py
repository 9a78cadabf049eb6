# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""The partition keys that a DynamoDB request touches, by table: `dynamodb:LeadingKeys`."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ministack.services import dynamodb

type Json = dict[str, Any]

EQUALITY = re.compile(r"([#\w.]+)\s*=\s*(:\w+)")
WRITES = {"PutRequest", "DeleteRequest"}
TRANSACTION_MEMBERS = {"Put", "Update", "Delete", "Get", "ConditionCheck"}


def leading_keys(body: bytes) -> dict[str, list[str]]:
    """Table name -> partition key values; a scan touches none that could be named."""
    keys = defaultdict[str, list[str]](list)
    for table, key in _touched(json.loads(body or b"{}")):
        keys[table].append(key)
    return dict(keys)


def _touched(request: Json) -> Iterator[tuple[str, str]]:
    for operation in _operations(request):
        table = operation["TableName"].rpartition("/")[2]
        partition = dynamodb._tables.get(table, {}).get("pk_name")
        item = operation.get("Item") or operation.get("Key") or _queried(operation)
        if partition in item:
            yield table, next(iter(item[partition].values()))


def _operations(request: Json) -> Iterator[Json]:
    """Every item-level operation of a single, batch or transaction request."""
    if "TableName" in request:
        yield request
    for member in request.get("TransactItems", []):
        yield from (member[name] for name in TRANSACTION_MEMBERS & member.keys())
    for table, items in request.get("RequestItems", {}).items():
        for item in items["Keys"] if isinstance(items, dict) else items:
            yield {"TableName": table, **_batch_item(item)}


def _batch_item(item: Json) -> Json:
    for name in WRITES & item.keys():
        write: Json = item[name]
        return write
    return {"Key": item}


def _queried(operation: Json) -> Json:
    names = operation.get("ExpressionAttributeNames", {})
    values = operation.get("ExpressionAttributeValues", {})
    equalities = EQUALITY.findall(operation.get("KeyConditionExpression", ""))
    return {names.get(name, name): values[value] for name, value in equalities}
