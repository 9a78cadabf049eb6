"""All that is kept of what happened, read from a stack: the ledger, the heads, every seal.

Rows are kept as hashes: no text of a tip stays in memory.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3

from operations.audit import Kept, Seal
from satark.aws.dynamo_cases import stored
from satark.lake.layout import SEALS, day_in
from satark.ledger import Link

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef
    from mypy_boto3_s3 import S3Client

UNREADABLE = "cannot be read"
"""No hash: a row or head that lacks something contradicts whatever is held against it."""


@dataclass(frozen=True, slots=True)
class HashedRow:
    seq: int
    follows: str
    hash: str


def kept(session: boto3.Session, outputs: Mapping[str, str]) -> Kept:
    """What the stack with these outputs keeps, in the session's own rights."""
    dynamodb = session.client("dynamodb")
    return Kept(
        cases=_cases(dynamodb, outputs["CasesTable"]),
        heads={head.case_id: head for head in _heads(dynamodb, outputs["HeadsTable"])},
        seals=list(_seals(session.client("s3"), outputs["SealsBucket"])),
    )


def _cases(dynamodb: "DynamoDBClient", table: str) -> dict[str, list[HashedRow]]:
    cases: dict[str, list[HashedRow]] = defaultdict(list)
    for item in _items(dynamodb, table):
        cases[item["case_id"]["S"]].append(_hashed(item))
    for rows in cases.values():
        rows.sort(key=lambda row: row.seq)
    return cases


def _hashed(item: "Mapping[str, AttributeValueTypeDef]") -> HashedRow:
    try:
        row = stored(item)
    except KeyError:
        return HashedRow(int(item["seq"]["N"]), UNREADABLE, UNREADABLE)
    return HashedRow(row.seq, row.follows, row.hash)


def _heads(dynamodb: "DynamoDBClient", table: str) -> Iterator[Link]:
    """The heads, and not what lies beside them under `question#` and the like."""
    for item in _items(dynamodb, table):
        case_id = item["case_id"]["S"]
        if "#" not in case_id:
            seq = int(item.get("seq", {"N": "0"})["N"])
            yield Link(case_id, seq, item.get("row_hash", {"S": UNREADABLE})["S"])


def _items(
    dynamodb: "DynamoDBClient", table: str
) -> "Iterator[Mapping[str, AttributeValueTypeDef]]":
    pages = dynamodb.get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
    for page in pages:
        yield from page["Items"]


def _seals(s3: "S3Client", bucket: str) -> Iterator[Seal]:
    """Every version of every seal: whoever wrote over one, or deleted it, has not undone it."""
    pages = s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=SEALS)
    for page in pages:
        hidden = {marker["Key"] for marker in page.get("DeleteMarkers", []) if marker["IsLatest"]}
        for version in page.get("Versions", []):
            key, version_id = version["Key"], version["VersionId"]
            answer = s3.get_object(Bucket=bucket, Key=key, VersionId=version_id)
            name = key.rpartition("/")[2].removesuffix(".jsonl")
            yield Seal(day_in(key), name, answer["Body"].read(), hidden=key in hidden)
