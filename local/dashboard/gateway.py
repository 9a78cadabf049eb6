"""What API Gateway does before and after the dashboard's function.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response


def event_of(request: Request, body: bytes, at: datetime) -> dict[str, Any]:
    """Payload format 2.0: cookies stand beside the headers."""
    path, cookies = request.url.path, request.headers.get("cookie", "")
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": request.url.query,
        "cookies": [one for one in cookies.split("; ") if one],
        "headers": {name: value for name, value in request.headers.items() if name != "cookie"},
        "queryStringParameters": dict(request.query_params),
        "body": base64.b64encode(body).decode(),
        "isBase64Encoded": True,
        "requestContext": {
            "http": {"method": request.method, "path": path},
            "stage": "$default",
            "requestId": secrets.token_hex(8),
            "timeEpoch": int(at.timestamp() * 1000),
        },
    }


def response_of(answer: Mapping[str, Any]) -> Response:
    body: str = answer.get("body") or ""
    content = base64.b64decode(body) if answer.get("isBase64Encoded") else body.encode()
    response = Response(content, answer["statusCode"], headers=answer["headers"])
    for cookie in answer.get("cookies", []):
        response.headers.append("set-cookie", cookie)
    return response
