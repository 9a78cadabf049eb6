"""The HTTP API in front of the webhook."""

import json

from aws_cdk.aws_apigatewayv2 import CfnStage, HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from aws_cdk.aws_lambda import IFunction
from constructs import Construct

from infra.house import House
from infra.logs import Logs
from infra.nag import acknowledge

PATH = "/webhook"
LOGGED = {
    "requestId": "$context.requestId",
    "requestTime": "$context.requestTime",
    "routeKey": "$context.routeKey",
    "status": "$context.status",
    "responseLength": "$context.responseLength",
    "responseLatency": "$context.responseLatency",
    "integrationStatus": "$context.integrationStatus",
}
"""All that is written down of a request: no address, no agent, no path, no query."""


class Api(Construct):
    """GET and POST /webhook, and nothing else."""

    def __init__(
        self, scope: Construct, construct_id: str, *, house: House, webhook: IFunction
    ) -> None:
        super().__init__(scope, construct_id)
        api = HttpApi(self, "Api", create_default_stage=False)
        routes = api.add_routes(
            path=PATH,
            methods=[HttpMethod.GET, HttpMethod.POST],
            integration=HttpLambdaIntegration("Webhook", webhook),
        )
        for route in routes:
            acknowledge(
                route,
                "APIG4",
                reason="Meta cannot sign in; the webhook checks Meta's HMAC of every body.",
            )
        logs = Logs(self, "AccessLogs", house=house)
        CfnStage(
            self,
            "Stage",
            api_id=api.api_id,
            stage_name="$default",
            auto_deploy=True,
            default_route_settings=CfnStage.RouteSettingsProperty(
                throttling_rate_limit=500, throttling_burst_limit=1000
            ),
            access_log_settings=CfnStage.AccessLogSettingsProperty(
                destination_arn=logs.log_group_arn, format=json.dumps(LOGGED)
            ),
        )
        self.webhook_url = f"{api.api_endpoint}{PATH}"
