"""Called by an operator with a case's number: the only function that can read protected files."""

import secrets
import time
from datetime import UTC, datetime
from functools import cache
from typing import Any

from functions.opening.handing_out import LIVES, Counter
from satark import log
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.s3 import S3EvidenceLinks
from satark.police_range.load import load
from satark.settings import OpeningSettings


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """`{"case_id": "48291376"}`; `{"links": […], "minutes": 5}`, or `{"refused": "not_agreed"}`."""
    now = datetime.fromtimestamp(time.time(), UTC)
    found = counter().hand_out(str(event["case_id"]), now=now, cause=secrets.token_hex(16))
    if isinstance(found, str):
        return {"refused": found}
    links = [{"media": link.media, "url": link.url} for link in found]
    return {"links": links, "minutes": LIVES.seconds // 60}


@cache
def counter() -> Counter:
    settings = OpeningSettings.from_environment()
    return Counter(
        cases=DynamoCaseStore(
            clients.dynamodb(), cases=settings.cases_table, heads=settings.heads_table
        ),
        roster=DynamoRoster(clients.dynamodb(), table=settings.officers_table),
        links=S3EvidenceLinks(clients.s3(), bucket=settings.evidence_bucket),
        police_range=load(settings.range_file),
    )
