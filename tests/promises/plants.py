"""Puts a secret into each kind of store, to see that the scan would find it there."""

import gzip
from collections.abc import Callable
from contextlib import ExitStack

from tests.promises.stores import BUCKETS, bucket_of
from tests.road import Road

type Plant = Callable[[Road, str, ExitStack], str]
"""Says under what name the scan knows the place."""


def _table(road: Road, secret: str, undo: ExitStack) -> str:
    dynamodb = road.system.cloud.client("dynamodb")
    tables = road.system.deployment.of_type("AWS::DynamoDB::Table")
    [table] = [name for logical, name in tables.items() if logical[:-8] == "StoresReceipts"]
    key = {"receipt": {"S": f"planted {secret}"}}
    dynamodb.put_item(TableName=table, Item=key)
    undo.callback(dynamodb.delete_item, TableName=table, Key=key)
    return "table Receipts"


def _bucket(road: Road, secret: str, undo: ExitStack) -> str:
    return _object(road, "EvidenceBucket", "kept/planted", b"GPS of " + secret.encode(), undo)


def _lake(road: Road, secret: str, undo: ExitStack) -> str:
    line = gzip.compress(f'{{"kind":"{secret}"}}\n'.encode())
    return _object(road, "LakeStoresBucket", "events/landing/dt=2026-11-24/p.jsonl.gz", line, undo)


def _object(road: Road, name: str, key: str, body: bytes, undo: ExitStack) -> str:
    s3 = road.system.cloud.client("s3")
    bucket = bucket_of(road, name)
    s3.put_object(Bucket=bucket, Key=key, Body=body)
    undo.callback(s3.delete_object, Bucket=bucket, Key=key)
    return BUCKETS[name]


def _queue(road: Road, secret: str, undo: ExitStack) -> str:
    """Among what dispatch failed to tell, where nobody takes it away."""
    sqs = road.system.cloud.client("sqs")
    queue = road.system.deployment.outputs["DispatchFailures"]
    sqs.send_message(QueueUrl=queue, MessageBody=f"to {secret}")
    undo.callback(sqs.purge_queue, QueueUrl=queue)
    return "queue Dispatch failures"


def _log(road: Road, secret: str, undo: ExitStack) -> str:
    [name] = [
        physical
        for logical, physical in road.system.deployment.of_type("AWS::Lambda::Function").items()
        if logical.startswith("Dispatch")
    ]
    log = road.system.cloud.state / "logs" / f"{name}.log"
    before = log.read_bytes()
    log.write_bytes(before + f"cannot send to {secret}\n".encode())
    undo.callback(log.write_bytes, before)
    return "log Dispatch log"


PLANTS: dict[str, Plant] = {
    "table": _table,
    "bucket": _bucket,
    "lake": _lake,
    "queue": _queue,
    "log": _log,
}
