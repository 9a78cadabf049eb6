"""Everything that the system stores, as it lies in the embedded cloud, for a doubter to search."""

import json
from collections.abc import Iterator
from typing import Any

from local.cloud.deploy import Deployment
from local.phones import Store

type Row = dict[str, Any]

_TABLES = {
    "Cases": ("cases", "The ledger: each line one event of a case"),
    "Officers": ("officer_reply", "The roster; numbers are sealed"),
    "OfficerDeliveries": ("courier", "What officers were sent"),
    "Sessions": ("flow", "Unfinished conversations, each under a keyed pseudonym"),
    "Receipts": ("flow", "Receipt codes, keyed"),
    "Vault": ("courier", "Sealed reply addresses, each under a random handle"),
    "TipDeliveries": ("courier", "What tipsters were sent"),
}
_ROOMS = {
    "Webhook": "webhook",
    "Flow": "flow",
    "Dispatch": "dispatch",
    "OfficerReply": "officer_reply",
    "TipsCourier": "courier",
    "OfficersCourier": "courier",
}


def police_side(deployment: Deployment) -> list[Store]:
    """Tables, evidence, waiting messages and logs, all of them whole."""
    return [
        *_tables(deployment),
        *_buckets(deployment),
        *_queues(deployment),
        *_logs(deployment),
    ]


def _tables(deployment: Deployment) -> Iterator[Store]:
    dynamodb = deployment.cloud.client("dynamodb")
    tables = deployment.of_type("AWS::DynamoDB::Table")
    for prefix, (station, note) in _TABLES.items():
        [table] = [name for logical, name in tables.items() if _names(logical, f"Stores{prefix}")]
        pages = dynamodb.get_paginator("scan").paginate(TableName=table)
        rows = [_row(item) for page in pages for item in page["Items"]]
        yield Store(name=prefix, kind="table", rows=rows, station=station, note=note)


def _names(logical_id: str, construct: str) -> bool:
    """CDK ends a logical id with eight hex digits."""
    return logical_id[:-8] == construct


def _row(item: dict[str, dict[str, Any]]) -> Row:
    return {name: _plain(value) for name, value in sorted(item.items())}


def _plain(attribute: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever the attribute holds
    [(kind, value)] = attribute.items()
    if kind == "N":
        return int(value)
    return json.loads(value) if kind == "S" and value.startswith("{") else value


def _buckets(deployment: Deployment) -> Iterator[Store]:
    s3 = deployment.cloud.client("s3")
    for bucket in deployment.of_type("AWS::S3::Bucket").values():
        objects = s3.list_objects_v2(Bucket=bucket).get("Contents", [])
        rows = [_object(s3, bucket, found["Key"]) for found in objects]
        yield Store(name="Evidence", kind="bucket", rows=rows, station="flow", note="Cleaned files")


def _object(s3: Any, bucket: str, key: str) -> Row:  # noqa: ANN401 - a boto3 client
    head = s3.head_object(Bucket=bucket, Key=key)
    return {"key": key, "type": head["ContentType"], "bytes": head["ContentLength"]}


def _queues(deployment: Deployment) -> Iterator[Store]:
    for url, messages in deployment.cloud.waiting().items():
        yield Store(name=url.rpartition("/")[2], kind="queue", rows=messages, note="Waiting now")


def _logs(deployment: Deployment) -> Iterator[Store]:
    for logical, text in deployment.logs().items():
        room = logical.partition("Function")[0]
        yield Store(
            name=f"{room} log", kind="log", rows=text.splitlines(), station=_ROOMS.get(room, "")
        )
