"""The officers' line: messages and delivery statuses, in order within a sender's group."""

from functools import cache
from typing import Any

import urllib3

from functions.officer_reply.desk import Desk
from functions.officer_reply.files import Files
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.dynamo_deliveries import DynamoDeliveries
from satark.aws.dynamo_desks import DynamoDesks
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.s3 import S3EvidenceStore
from satark.aws.sqs import SqsOutbox
from satark.aws.sqs_pauses import SqsPauses
from satark.fifo import Answer, Record, work_through
from satark.media.intake import Intake
from satark.police_range.load import load
from satark.settings import OfficerReplySettings
from satark.whatsapp.media import GraphMedia


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> Answer:
    """One officer's failing message holds back that officer's later ones, and nobody else's."""
    return work_through(event, take, pauses())


def take(record: Record) -> None:
    desk().take(wire.inbound.load(record["body"]))


@cache
def desk() -> Desk:
    settings = OfficerReplySettings.from_environment()
    return Desk(
        files=Files(
            cases=DynamoCaseStore(
                clients.dynamodb(), cases=settings.cases_table, heads=settings.heads_table
            ),
            roster=DynamoRoster(clients.dynamodb(), table=settings.officers_table),
            deliveries=DynamoDeliveries(clients.dynamodb(), table=settings.deliveries_table),
            intake=intake(settings),
            police_range=load(settings.range_file),
        ),
        desks=DynamoDesks(clients.dynamodb(), table=settings.desks_table),
        outbox=SqsOutbox(clients.sqs(), queue_url=settings.officer_outbox),
    )


def intake(settings: OfficerReplySettings) -> Intake:
    media = GraphMedia(
        urllib3.PoolManager(),
        api_url=settings.graph_api_url,
        version=settings.graph_api_version,
        phone_number_id=settings.phone_number_id,
        token=clients.secret(settings.token_secret),
    )
    store = S3EvidenceStore(
        clients.s3(), bucket=settings.evidence_bucket, protected_key=settings.protected_key
    )
    return Intake(media, store)


@cache
def pauses() -> SqsPauses:
    settings = OfficerReplySettings.from_environment()
    return SqsPauses(clients.sqs(), queue_url=settings.officers_line)
