"""The night's run, by the clock of EventBridge Scheduler."""

from datetime import UTC, datetime

from functions.compaction import night
from satark import log
from satark.aws import clients
from satark.aws.s3_lake import S3Lake, S3Landing
from satark.lake.rows import indian
from satark.settings import CompactionSettings


@log.guarded
def lambda_handler(_event: object, _context: object) -> None:
    settings = CompactionSettings.from_environment()
    night.run(
        S3Lake(clients.s3(), bucket=settings.lake_bucket),
        S3Landing(clients.s3(), bucket=settings.seals_bucket),
        night=indian(datetime.now(UTC)).date().isoformat(),
    )
