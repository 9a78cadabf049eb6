"""Files of the labels' line; and, where a machine listens, the news that it has done so."""

import time
from datetime import UTC, datetime
from functools import cache
from typing import Any

from functions.labels.by_rules import ByRules
from functions.labels.labelling import Labelling
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.sqs_pauses import SqsPauses
from satark.fifo import Answer, Record, work_through
from satark.police_range.load import load
from satark.settings import LabelsSettings


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> Answer:
    return work_through(event, look, pauses())


def look(record: Record) -> None:
    labelling().look(wire.to_label.load(record["body"]), datetime.fromtimestamp(time.time(), UTC))


@cache
def labelling() -> Labelling:
    settings = LabelsSettings.from_environment()
    police_range = load(settings.range_file)
    return Labelling(
        cases=DynamoCaseStore(
            clients.dynamodb(), cases=settings.cases_table, heads=settings.heads_table
        ),
        labeller=ByRules(police_range.sensitivity),
        police_range=police_range,
    )


@cache
def pauses() -> SqsPauses:
    return SqsPauses(clients.sqs(), queue_url=LabelsSettings.from_environment().labels_line)
