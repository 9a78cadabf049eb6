"""`make certificate STAGE=pilot TIP=4829-1376`: a PDF for the court, all but the signatures.

Reads the case and its files with the rights of whoever runs it; no role of the stack has them. What
it may not read is certified as it was written down, and said to be not computed again.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import boto3
from botocore.exceptions import ClientError

from operations.certificate.paper import Cloud, pages, paper
from operations.certificate.record import BrokenChain, HashNow, Record, record
from operations.stack import outputs
from satark.aws.dynamo_cases import stored
from satark.ledger import LedgerRow
from satark.police_range.build import build

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_s3 import S3Client

ROOT: Final = Path(__file__).parents[2]
TYPEFACES: Final = ROOT / "build" / "typefaces"
NOT_READ: Final = {"AccessDenied", "NoSuchKey", "KMS.NotFoundException"}


def rows_of(dynamodb: "DynamoDBClient", table: str, case_id: str) -> list[LedgerRow]:
    pages = dynamodb.get_paginator("query").paginate(
        TableName=table,
        KeyConditionExpression="case_id = :case",
        ExpressionAttributeValues={":case": {"S": case_id}},
        ConsistentRead=True,
    )
    return [stored(item) for page in pages for item in page["Items"]]


def hashes(s3: "S3Client", bucket: str) -> HashNow:
    def hash_now(key: str) -> str | None:
        try:
            body = s3.get_object(Bucket=bucket, Key=key)["Body"]
        except ClientError as error:
            if error.response["Error"]["Code"] in NOT_READ:
                return None
            raise
        digest = sha256()
        for part in body.iter_chunks(1 << 20):
            digest.update(part)
        return digest.hexdigest()

    return hash_now


def certify(stage: str, case_id: str) -> tuple[Record, Cloud]:
    """Raises LookupError, BrokenChain."""
    told, session = outputs(stage), boto3.Session()
    cloud = Cloud(
        account=session.client("sts").get_caller_identity()["Account"],
        region=session.region_name or "",
        bucket=told["EvidenceBucket"],
        table=told["CasesTable"],
    )
    rows = rows_of(session.client("dynamodb"), cloud.table, case_id)
    return record(rows, hashes(session.client("s3"), cloud.bucket)), cloud


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="certificate", description=__doc__)
    parser.add_argument("tip", help="its number, such as 4829-1376")
    parser.add_argument("--stage", required=True)
    parser.add_argument("--range", default="varanasi", help="the folder under ranges/")
    parser.add_argument("--folder", type=Path, default=Path())
    arguments = parser.parse_args(words)
    case_id = arguments.tip.replace("-", "")
    try:
        found, cloud = certify(arguments.stage, case_id)
    except LookupError:
        sys.stderr.write(f"There is no tip {arguments.tip}.\n")
        return 1
    except BrokenChain as broken:
        sys.stderr.write(f"Not certified, for the record was touched: {broken}.\n")
        return 1
    police_range = build(ROOT / "ranges" / arguments.range)
    told = paper(found, police_range, cloud, made=datetime.now(UTC))
    file = arguments.folder / f"certificate-{case_id}.pdf"
    file.write_bytes(pages(told, typefaces=TYPEFACES)[0])
    sys.stdout.write(f"{file}: {len(found.files)} files, {len(found.rows)} rows\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
