"""The HTTP API in front of the webhook."""

from aws_cdk.aws_apigatewayv2 import HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from aws_cdk.aws_lambda import IFunction
from constructs import Construct

from infra.house import House
from infra.http_stage import only_stage
from infra.nag import acknowledge

PATH = "/webhook"


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
        only_stage(self, house=house, api=api, requests_a_second=500, at_once=1000)
        self.webhook_url = f"{api.api_endpoint}{PATH}"
