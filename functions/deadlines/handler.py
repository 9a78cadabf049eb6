"""Every few minutes, by the clock of EventBridge Scheduler."""

import time
from datetime import UTC, datetime
from functools import cache

from functions.deadlines.watch import Watch
from satark import log
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.dynamo_heads import DynamoDueCases
from satark.police_range.load import load
from satark.settings import DeadlinesSettings


class NotAllLookedAt(Exception):
    """Lambda tries again, and counts it where an alarm listens."""


@log.guarded
def lambda_handler(_event: object, _context: object) -> None:
    """By the clock that a laptop's jump moves; datetime.now is not."""
    if not watch().look(datetime.fromtimestamp(time.time(), UTC)):
        raise NotAllLookedAt


@cache
def watch() -> Watch:
    settings = DeadlinesSettings.from_environment()
    return Watch(
        due_cases=DynamoDueCases(clients.dynamodb(), table=settings.heads_table),
        cases=DynamoCaseStore(
            clients.dynamodb(), cases=settings.cases_table, heads=settings.heads_table
        ),
        police_range=load(settings.range_file),
        failed=lambda error: log.failure("case_failed", error),
    )
