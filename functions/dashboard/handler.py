"""HTTP API, payload format 2.0: every page of the dashboard.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

import secrets
from functools import cache
from typing import Any, Final

import urllib3

from functions.dashboard.sign_in.entrance import Address, Entrance
from functions.dashboard.site import Site
from functions.dashboard.stores import Stores
from satark import log
from satark.aws import clients
from satark.aws.athena import AthenaEngine
from satark.aws.cognito import CognitoPool
from satark.aws.dynamo_cases import DynamoCaseStore
from satark.aws.dynamo_roster import DynamoRoster
from satark.aws.functions import LambdaReportOrders, LambdaRosterDesk
from satark.aws.s3 import S3EvidenceViews
from satark.aws.s3_reports import S3KeptReports
from satark.police_range.load import load
from satark.settings import DashboardSettings

PATIENCE: Final = 20
"""Seconds for an answer of Athena: an HTTP API waits 30 for ours."""

AT_ONCE: Final = 5
"""Questions: the most that a page has. Athena bears many more from an account."""


@log.guarded
def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    return site().answer(event)


@cache
def site() -> Site:
    settings = DashboardSettings.from_environment()
    return Site(_stores(settings), entrance=_entrance(settings))


def _stores(settings: DashboardSettings) -> Stores:
    dynamodb = clients.dynamodb()
    return Stores(
        engine=AthenaEngine(
            clients.athena(),
            workgroup=settings.workgroup,
            database=settings.database,
            patience=PATIENCE,
        ),
        police_range=load(settings.range_file),
        cases=DynamoCaseStore(dynamodb, cases=settings.cases_table, heads=settings.heads_table),
        roster=DynamoRoster(dynamodb, table=settings.officers_table),
        evidence=S3EvidenceViews(clients.s3(), bucket=settings.evidence_bucket),
        reports=S3KeptReports(clients.s3(), bucket=settings.lake_bucket),
        orders=LambdaReportOrders(clients.functions(), function=settings.reports_function),
        desk=LambdaRosterDesk(clients.functions(), function=settings.roster_function),
        at_once=AT_ONCE,
    )


def _entrance(settings: DashboardSettings) -> Entrance:
    address = Address(
        pool_url=settings.pool_url,
        issuer=settings.issuer,
        client_id=settings.client_id,
        dashboard_url=settings.dashboard_url,
    )
    pool = CognitoPool(
        urllib3.PoolManager(),
        url=address.pool_url,
        issuer=address.issuer,
        client_id=address.client_id,
        redirect_uri=address.redirect_uri,
    )
    return Entrance(pool, address, chance=secrets.token_bytes)
