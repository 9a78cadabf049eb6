"""An HTTP API's one stage: held back in a flood, and what is written down of a request."""

import json

from aws_cdk.aws_apigatewayv2 import CfnStage, HttpApi
from constructs import Construct

from infra.house import House
from infra.logs import Logs

LOGGED = {
    "requestId": "$context.requestId",
    "requestTime": "$context.requestTime",
    "routeKey": "$context.routeKey",
    "status": "$context.status",
    "responseLength": "$context.responseLength",
    "responseLatency": "$context.responseLatency",
    "integrationStatus": "$context.integrationStatus",
}
"""All that is written down of a request: no address, no agent, no path, no query, no cookie."""


def only_stage(
    scope: Construct, *, house: House, api: HttpApi, requests_a_second: int, at_once: int
) -> None:
    logs = Logs(scope, "AccessLogs", house=house)
    CfnStage(
        scope,
        "Stage",
        api_id=api.api_id,
        stage_name="$default",
        auto_deploy=True,
        default_route_settings=CfnStage.RouteSettingsProperty(
            throttling_rate_limit=requests_a_second, throttling_burst_limit=at_once
        ),
        access_log_settings=CfnStage.AccessLogSettingsProperty(
            destination_arn=logs.log_group_arn, format=json.dumps(LOGGED)
        ),
    )
