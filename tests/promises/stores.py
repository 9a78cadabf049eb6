"""Every byte that the system stores, by the store that it lies in."""

import gzip
import json
from collections.abc import Iterator

from local.stores import police_side
from tests.road import Road

type Found = tuple[str, bytes]

BUCKETS = {
    "EvidenceBucket": "evidence",
    "LakeStoresBucket": "lake",
    "LakeStoresSealsBucket": "seals",
}


def bucket_of(road: Road, logical: str) -> str:
    """The physical name; CDK ends the logical one with eight hex digits."""
    buckets = road.system.deployment.of_type("AWS::S3::Bucket")
    return next(physical for name, physical in buckets.items() if name[:-8] == logical)


def stored(road: Road) -> Iterator[Found]:
    """Tables, logs and waiting messages; what lies in buckets; every message that ever passed."""
    for store in police_side(road.system.deployment):
        for row in store.rows:
            yield f"{store.kind} {store.name}", _bytes(row)
    yield from _objects(road)
    for message in road.system.cloud.messages():
        yield "queue, in passing", _bytes(message)
    for call in road.system.cloud.calls():
        yield "AWS call", _bytes(call)


def _objects(road: Road) -> Iterator[Found]:
    s3 = road.system.cloud.client("s3")
    for logical, bucket in road.system.deployment.of_type("AWS::S3::Bucket").items():
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        for found in (found for page in pages for found in page.get("Contents", [])):
            body = s3.get_object(Bucket=bucket, Key=found["Key"])["Body"].read()
            yield (
                BUCKETS[logical[:-8]],
                gzip.decompress(body) if found["Key"].endswith(".gz") else body,
            )


def _bytes(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode()
