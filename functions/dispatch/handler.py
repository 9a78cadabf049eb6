"""The stream of case events, in the order of each case."""

from functools import cache
from typing import Any

from functions.dispatch.dispatcher import Dispatcher
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoFiledCases
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.sqs import SqsLabelsLine, SqsOutbox
from satark.police_range.load import load
from satark.settings import DispatchSettings


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, list[dict[str, str]]]:
    """Stops at the first failure: to go on would tell of a case's later events before it."""
    for record in event["Records"]:
        try:
            announce(record)
        except Exception as error:  # noqa: BLE001 - whatever it is, the stream resumes from here
            log.failure("event_failed", error)
            position = record["dynamodb"]["SequenceNumber"]
            return {"batchItemFailures": [{"itemIdentifier": position}]}
    return {"batchItemFailures": []}


def announce(record: dict[str, Any]) -> None:
    happened = record["dynamodb"]["NewImage"]["event"]["S"]
    dispatcher().announce(wire.case_event.load(happened))


@cache
def dispatcher() -> Dispatcher:
    settings = DispatchSettings.from_environment()
    return Dispatcher(
        cases=DynamoFiledCases(clients.dynamodb(), table=settings.cases_table),
        roster=DynamoRoster(clients.dynamodb(), table=settings.officers_table),
        officer_outbox=SqsOutbox(clients.sqs(), queue_url=settings.officer_outbox),
        tipster_outbox=SqsOutbox(clients.sqs(), queue_url=settings.tipster_outbox),
        labels_line=SqsLabelsLine(clients.sqs(), queue_url=settings.labels_line),
        police_range=load(settings.range_file),
    )
