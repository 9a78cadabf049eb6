"""The stream of case events, each batch as a few objects in the lake."""

from functools import cache
from typing import Any

from functions.lake.landing import landed
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_cases import stored
from satark.aws.s3_lake import S3Landing
from satark.lake.cells import cell
from satark.lake.rows import Row, day_of, row_of
from satark.ledger import LedgerRow
from satark.police_range.load import load
from satark.police_range.model import PoliceRange
from satark.settings import LakeSettings


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> None:
    """Lands the batch or fails: Lambda then halves it, until what cannot be read is alone."""
    ledger = [stored(record["dynamodb"]["NewImage"]) for record in event["Records"]]
    for one in landed(map(dated, ledger)):
        landing().put(one.key, one.body)


def dated(row: LedgerRow) -> tuple[str, Row]:
    event = wire.case_event.load(row.event)
    return day_of(event), row_of(event, police_range=police_range(), cell=cell, row_hash=row.hash)


@cache
def landing() -> S3Landing:
    return S3Landing(clients.s3(), bucket=settings().lake_bucket)


@cache
def police_range() -> PoliceRange:
    return load(settings().range_file)


@cache
def settings() -> LakeSettings:
    return LakeSettings.from_environment()
