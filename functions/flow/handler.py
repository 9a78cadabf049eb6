"""The tips line, in the order of each sender: one sender's failure holds up no other."""

import secrets
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import SqsFifoPartialProcessor, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.flow.conversation import Conversation
from functions.flow.late_intake import LateIntake
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_sessions import DynamoSessionStore
from satark.aws.sqs import SqsOutbox
from satark.message import InboundMessage
from satark.police_range.load import load
from satark.settings import FlowSettings

_LAST_TRY = 4  # a file that has not come by then is given up, for the tipster waits behind it


@log.guarded
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    return process_partial_response(
        event=event,
        record_handler=hear,
        processor=SqsFifoPartialProcessor(skip_group_on_error=True),
        context=context,
    )


def hear(record: SQSRecord) -> None:
    try:
        message = wire.inbound.load(record.body)
        if isinstance(message, InboundMessage):
            tries = int(record.attributes.approximate_receive_count)
            conversation().hear(message, last_try=tries >= _LAST_TRY)
    except Exception as error:
        log.failure("message_failed", error)
        raise


@cache
def conversation() -> Conversation:
    settings = FlowSettings.from_environment()
    return Conversation(
        sessions=DynamoSessionStore(
            clients.dynamodb(),
            sessions=settings.sessions_table,
            cases=settings.cases_table,
            vault=settings.vault_table,
            receipts=settings.receipts_table,
        ),
        intake=LateIntake(settings),
        outbox=SqsOutbox(clients.sqs(), queue_url=settings.tipster_outbox),
        police_range=load(settings.range_file),
        pepper=clients.secret(settings.pepper_secret).encode(),
        seed=lambda: secrets.token_bytes(32),
    )
