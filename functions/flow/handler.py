"""The tips line, in the order of each sender: one sender's trouble holds up no other."""

import secrets
from functools import cache
from typing import Any

from functions.flow.conversation import Conversation
from functions.flow.finding import Finder
from functions.flow.late_intake import LateIntake
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_blocks import DynamoBlocks
from satark.aws.dynamo_deliveries import DynamoDeliveries
from satark.aws.dynamo_heads import DynamoCaseHeads
from satark.aws.dynamo_receipts import DynamoReceipts
from satark.aws.dynamo_sessions import DynamoSessionStore, FlowTables
from satark.aws.sqs import SqsOutbox
from satark.aws.sqs_pauses import SqsPauses
from satark.fifo import Answer, Record, attempt, work_through
from satark.message import InboundMessage
from satark.police_range.load import load
from satark.settings import FlowSettings

_LAST_TRY = 4  # a file that has not come by then is given up, for the tipster waits behind it


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> Answer:
    return work_through(event, hear, pauses())


def hear(record: Record) -> None:
    message = wire.inbound.load(record["body"])
    if isinstance(message, InboundMessage):
        conversation().hear(message, last_try=attempt(record) >= _LAST_TRY)


@cache
def conversation() -> Conversation:
    settings = FlowSettings.from_environment()
    pepper = clients.secret(settings.pepper_secret).encode()
    return Conversation(
        sessions=DynamoSessionStore(clients.dynamodb(), tables=_tables(settings)),
        finder=_finder(settings, pepper),
        blocks=DynamoBlocks(clients.dynamodb(), table=settings.blocks_table),
        intake=LateIntake(settings),
        outbox=SqsOutbox(clients.sqs(), queue_url=settings.tipster_outbox),
        police_range=load(settings.range_file),
        pepper=pepper,
        seed=lambda: secrets.token_bytes(32),
    )


def _finder(settings: FlowSettings, pepper: bytes) -> Finder:
    dynamodb = clients.dynamodb()
    return Finder(
        heads=DynamoCaseHeads(dynamodb, table=settings.heads_table),
        receipts=DynamoReceipts(dynamodb, table=settings.receipts_table),
        deliveries=DynamoDeliveries(dynamodb, table=settings.deliveries_table),
        pepper=pepper,
    )


def _tables(settings: FlowSettings) -> FlowTables:
    return FlowTables(
        sessions=settings.sessions_table,
        cases=settings.cases_table,
        heads=settings.heads_table,
        vault=settings.vault_table,
        receipts=settings.receipts_table,
    )


@cache
def pauses() -> SqsPauses:
    return SqsPauses(clients.sqs(), queue_url=FlowSettings.from_environment().tips_line)
