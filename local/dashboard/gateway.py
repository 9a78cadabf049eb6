"""What API Gateway does before and after the dashboard's function, with claims that are given.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

import base64
import time
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response


def event_of(request: Request, claims: Mapping[str, str]) -> dict[str, Any]:
    """Payload format 2.0. The claims are the session's: a browser cannot send any."""
    path = request.url.path
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": request.url.query,
        "headers": dict(request.headers),
        "queryStringParameters": dict(request.query_params),
        "isBase64Encoded": False,
        "requestContext": {
            "http": {"method": request.method, "path": path},
            "stage": "$default",
            "timeEpoch": int(time.time() * 1000),
            "authorizer": {"jwt": {"claims": dict(claims), "scopes": None}},
        },
    }


def response_of(answer: Mapping[str, Any]) -> Response:
    body: str = answer.get("body") or ""
    content = base64.b64decode(body) if answer.get("isBase64Encoded") else body.encode()
    return Response(content, answer["statusCode"], headers=answer["headers"])
