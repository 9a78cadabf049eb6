"""Called by the dashboard for an officer of the range office; the answer holds no number."""

from functools import cache
from typing import Any

from functions.roster.asked import ASKED
from functions.roster.desk import Desk
from satark import log
from satark.aws import clients
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.kms import KmsIdentityKeys
from satark.police_range.load import load
from satark.settings import RosterSettings


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """As JSON: its strings alone make the types."""
    return desk().answer(ASKED.validate_python(event, strict=False))


@cache
def desk() -> Desk:
    settings = RosterSettings.from_environment()
    return Desk(
        keys=KmsIdentityKeys(
            clients.kms(),
            mac_key=settings.officers_mac_key,
            address_key=settings.officers_address_key,
        ),
        enlistment=DynamoEnlistment(clients.dynamodb(), table=settings.officers_table),
        police_range=load(settings.range_file),
    )
