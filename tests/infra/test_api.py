"""The door on the internet: two routes, held back in a flood, and nothing of a sender logged."""

import json

from tests.infra.template import Template, said


def test_only_the_webhooks_two_methods_are_routed(template: Template) -> None:
    routes = {route["RouteKey"] for route in template.all("ApiGatewayV2::Route").values()}
    assert routes == {"GET /webhook", "POST /webhook"}
    [integration] = template.all("ApiGatewayV2::Integration").values()
    assert said(integration["IntegrationUri"]) == "WebhookFunction"
    assert integration["PayloadFormatVersion"] == "2.0"


def test_the_access_log_holds_exactly_these_fields(template: Template) -> None:
    [stage] = template.all("ApiGatewayV2::Stage").values()
    assert said(stage["AccessLogSettings"]["DestinationArn"]) == "ApiAccessLogs"
    assert json.loads(stage["AccessLogSettings"]["Format"]) == {
        "requestId": "$context.requestId",
        "requestTime": "$context.requestTime",
        "routeKey": "$context.routeKey",
        "status": "$context.status",
        "responseLength": "$context.responseLength",
        "responseLatency": "$context.responseLatency",
        "integrationStatus": "$context.integrationStatus",
    }


def test_a_flood_is_held_back_and_no_data_is_traced(template: Template) -> None:
    [stage] = template.all("ApiGatewayV2::Stage").values()
    assert stage["DefaultRouteSettings"] == {
        "ThrottlingRateLimit": 500,
        "ThrottlingBurstLimit": 1000,
    }


def test_only_the_api_may_call_a_function_and_only_the_webhook(template: Template) -> None:
    for permission in template.all("Lambda::Permission").values():
        assert permission["Principal"] == "apigateway.amazonaws.com"
        assert said(permission["FunctionName"]) == "WebhookFunction"
