"""An outbox, in batches. Deployed twice, for tipsters and for officers, under different roles."""

import time
from datetime import UTC, datetime
from functools import cache
from typing import Any

import urllib3

from functions.courier.delivery import Courier
from functions.courier.directory import OfficerDirectory, TipsterDirectory
from satark import log, wire
from satark.aws import clients
from satark.aws.dynamo_blocks import DynamoBlocks
from satark.aws.dynamo_deliveries import DynamoDeliveries
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.dynamo_vault import DynamoAddressVault
from satark.aws.kms import KmsAddressOpener
from satark.aws.s3 import S3EvidenceReader
from satark.aws.sqs_pauses import SqsPauses
from satark.fifo import Answer, Record, attempt, work_through
from satark.message import DeliveryStatus, OutboundMessage
from satark.settings import (
    CourierSettings,
    OfficersCourierSettings,
    TipsCourierSettings,
    courier_settings,
)
from satark.whatsapp.attachments import Attachments
from satark.whatsapp.media import GraphMedia
from satark.whatsapp.send import GraphMessenger


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> Answer:
    return work_through(event, deliver, pauses())


def deliver(record: Record) -> None:
    match wire.outbound.load(record["body"]):
        case DeliveryStatus() as status:
            courier().note(status)
        case OutboundMessage() as message:
            courier().deliver(message, now=_now(), attempt=attempt(record))
        case errand:
            courier().directory.run(errand)


def _now() -> datetime:
    """By the clock that expiry is counted by, which a laptop's jump moves; datetime.now is not."""
    return datetime.fromtimestamp(time.time(), UTC)


def _settings() -> TipsCourierSettings | OfficersCourierSettings:
    return courier_settings()


@cache
def pauses() -> SqsPauses:
    return SqsPauses(clients.sqs(), queue_url=_settings().outbox)


@cache
def courier() -> Courier:
    settings = _settings()
    opener = KmsAddressOpener(clients.kms(), address_keys=settings.address_keys.split())
    return Courier(
        directory=_directory(settings, opener),
        opener=opener,
        deliveries=DynamoDeliveries(clients.dynamodb(), table=settings.deliveries_table),
        messenger=_messenger(settings),
    )


def _directory(
    settings: TipsCourierSettings | OfficersCourierSettings, opener: KmsAddressOpener
) -> TipsterDirectory | OfficerDirectory:
    if isinstance(settings, TipsCourierSettings):
        vault = DynamoAddressVault(clients.dynamodb(), table=settings.vault_table)
        blocks = DynamoBlocks(clients.dynamodb(), table=settings.blocks_table)
        return TipsterDirectory(vault, blocks, opener)
    return OfficerDirectory(DynamoRoster(clients.dynamodb(), table=settings.officers_table))


def _messenger(settings: CourierSettings) -> GraphMessenger:
    http, token = urllib3.PoolManager(), clients.secret(settings.token_secret)
    return GraphMessenger(
        http,
        api_url=settings.graph_api_url,
        version=settings.graph_api_version,
        phone_number_id=settings.phone_number_id,
        token=token,
        ref_key=clients.secret(settings.message_ref_secret).encode(),
        attachments=_attachments(settings, http, token),
    )


def _attachments(
    settings: CourierSettings, http: urllib3.PoolManager, token: str
) -> Attachments | None:
    """Evidence is for officers: the tips courier has no bucket."""
    if not isinstance(settings, OfficersCourierSettings):
        return None
    media = GraphMedia(
        http,
        api_url=settings.graph_api_url,
        version=settings.graph_api_version,
        phone_number_id=settings.phone_number_id,
        token=token,
    )
    return Attachments(S3EvidenceReader(clients.s3(), bucket=settings.evidence_bucket), media)
