"""Each morning, by the clock of EventBridge Scheduler; or on demand, for a period that is named."""

import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from functions.reports.drawing import Press
from functions.reports.mailing import Order, Post
from satark import log
from satark.aws import clients
from satark.aws.athena import AthenaEngine
from satark.aws.dynamo_mailings import DynamoMailings
from satark.aws.s3_reports import S3ReportShelf
from satark.aws.ses import SesMailer
from satark.lake.cells import centre
from satark.lake.rows import indian
from satark.police_range.load import load
from satark.settings import ReportsSettings


class NotAllSent(Exception):
    """Lambda tries again, and counts it where an alarm listens."""


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> None:
    """By the clock that a laptop's jump moves; datetime.now is not."""
    now = datetime.fromtimestamp(time.time(), UTC)
    if not post().send(Order.of(event), now=now, today=indian(now).date()):
        raise NotAllSent


@cache
def post() -> Post:
    settings = ReportsSettings.from_environment()
    return Post(
        engine=AthenaEngine(
            clients.athena(), workgroup=settings.workgroup, database=settings.database
        ),
        mailer=SesMailer(clients.sesv2()),
        mailings=DynamoMailings(clients.dynamodb(), table=settings.mailings_table),
        shelf=S3ReportShelf(clients.s3(), bucket=settings.lake_bucket),
        press=Press(Path(settings.typefaces)),
        police_range=load(settings.range_file),
        centre=centre,
        sender=settings.sender,
        failed=lambda error: log.failure("report_failed", error),
    )
