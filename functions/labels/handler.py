"""Files of the labels' line; and, where a machine listens, the news that it has done so."""

import time
from datetime import UTC, datetime
from functools import cache
from typing import Any

from functions.labels.by_machine import ByMachine
from functions.labels.by_rules import ByRules
from functions.labels.hearing import Hearing
from functions.labels.labelling import Labelling
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.rekognition import RekognitionEye
from satark.aws.sqs_pauses import SqsPauses
from satark.aws.transcribe import Recordings, TranscribeEar
from satark.fifo import Answer, Record, work_through
from satark.police_range.load import load
from satark.settings import LabelsSettings


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> Answer | None:
    if "detail" not in event:
        return work_through(event, look, pauses())
    hear(event["detail"])
    return None


def look(record: Record) -> None:
    labelling().look(wire.to_label.load(record["body"]), _now())


def hear(detail: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/transcribe/latest/dg/monitoring-events.html."""
    hearing = ear().hearing(detail["TranscriptionJobName"])
    well = detail["TranscriptionJobStatus"] == "COMPLETED"
    Hearing(labelling(), machine()).ended(hearing, _now(), well=well)


@cache
def labelling() -> Labelling:
    told = settings()
    police_range = load(told.range_file)
    by_rules = told.labels_by == ByRules.by
    return Labelling(
        cases=DynamoCaseStore(clients.dynamodb(), cases=told.cases_table, heads=told.heads_table),
        labeller=ByRules(police_range.sensitivity) if by_rules else machine(),
        police_range=police_range,
    )


@cache
def machine() -> ByMachine:
    told = settings()
    eye = RekognitionEye(clients.rekognition(), clients.s3(), bucket=told.evidence_bucket)
    return ByMachine(load(told.range_file).sensitivity, eye, ear())


@cache
def ear() -> TranscribeEar:
    told = settings()
    recordings = Recordings(told.evidence_bucket, told.content_key, told.hearings)
    return TranscribeEar(clients.transcribe(), clients.s3(), recordings=recordings)


@cache
def pauses() -> SqsPauses:
    return SqsPauses(clients.sqs(), queue_url=settings().labels_line)


@cache
def settings() -> LabelsSettings:
    return LabelsSettings.from_environment()


def _now() -> datetime:
    """By the clock that a laptop's jump moves; datetime.now is not."""
    return datetime.fromtimestamp(time.time(), UTC)
