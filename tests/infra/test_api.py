"""The two doors on the internet: routes, held back in a flood, and nothing of a sender logged."""

import json

import pytest

from tests.infra.template import Properties, Template, said

DOORS = {
    "Api": ("WebhookFunction", {"GET /webhook", "POST /webhook"}, (500, 1000)),
    "DashboardApi": ("DashboardFunction", {"GET /", "GET /{page+}", "POST /{page+}"}, (50, 100)),
}
each_door = pytest.mark.parametrize("door", DOORS)


def of(door: str, kind: str, template: Template) -> list[Properties]:
    every = template.all(f"ApiGatewayV2::{kind}").values()
    return [one for one in every if said(one["ApiId"]) == door]


def test_there_are_no_other_doors(template: Template) -> None:
    assert set(template.all("ApiGatewayV2::Api")) == set(DOORS)


@each_door
def test_only_its_own_routes_lead_to_its_own_function(door: str, template: Template) -> None:
    function, keys, _ = DOORS[door]
    assert {route["RouteKey"] for route in of(door, "Route", template)} == keys
    [integration] = of(door, "Integration", template)
    assert said(integration["IntegrationUri"]) == function
    assert integration["PayloadFormatVersion"] == "2.0"


@each_door
def test_the_access_log_holds_exactly_these_fields(door: str, template: Template) -> None:
    [stage] = of(door, "Stage", template)
    assert said(stage["AccessLogSettings"]["DestinationArn"]) == f"{door}AccessLogs"
    assert json.loads(stage["AccessLogSettings"]["Format"]) == {
        "requestId": "$context.requestId",
        "requestTime": "$context.requestTime",
        "routeKey": "$context.routeKey",
        "status": "$context.status",
        "responseLength": "$context.responseLength",
        "responseLatency": "$context.responseLatency",
        "integrationStatus": "$context.integrationStatus",
    }


@each_door
def test_a_flood_is_held_back_and_no_data_is_traced(door: str, template: Template) -> None:
    _, _, (rate, burst) = DOORS[door]
    [stage] = of(door, "Stage", template)
    assert stage["DefaultRouteSettings"] == {
        "ThrottlingRateLimit": rate,
        "ThrottlingBurstLimit": burst,
    }


def test_only_the_apis_may_call_a_function_and_only_their_own(template: Template) -> None:
    for permission in template.all("Lambda::Permission").values():
        assert permission["Principal"] == "apigateway.amazonaws.com"
        function = said(permission["FunctionName"])
        [door] = [name for name, (called, _, _) in DOORS.items() if called == function]
        assert f":{door}/*/*/" in said(permission["SourceArn"])
