# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""What `local.cloud.embedded` asks of the running cloud beside AWS, under /_cloud/ of its port."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qsl

from ministack import app
from ministack.services import lambda_svc, sqs

from local.cloud import streams
from local.cloud.lambdas import Lambdas
from local.cloud.schedules import Schedules

type Json = dict[str, Any]
type Send = Callable[[Json], Awaitable[None]]

WARMING = 2  # imports that run at the same time: as many as a small laptop has cores


def install(functions: Lambdas, schedules: Schedules) -> None:
    serve_aws = app.app
    warming = ThreadPoolExecutor(WARMING)

    async def serve(scope: Json, receive: Callable[[], Awaitable[Json]], send: Send) -> None:
        query = dict(parse_qsl(scope.get("query_string", b"").decode()))
        match scope.get("path"):
            case "/_cloud/warm":
                warming.submit(functions.warm, query["function"])
                await _answer(send, {})
            case "/_cloud/clock":
                schedules.wind(ahead=float(query["ahead"]))
                await _answer(send, {})
            case "/_cloud/fire":
                await _answer(send, await asyncio.to_thread(schedules.fire, query["schedule"]))
            case "/_cloud/work":
                await _answer(send, work(functions))
            case _:
                await serve_aws(scope, receive, send)

    app.app = serve


def work(functions: Lambdas) -> Json:
    """What is under way, and how many invocations there ever were."""
    running, _ = lambda_svc.executions_in_flight()
    messages = {arn: number for arn in _sources() if (number := _messages(arn))}
    return {
        "started": functions.started,
        "under way": {**messages, "running": running, "unread": streams.unread()},
    }


def _sources() -> set[str]:
    arns = (mapping["EventSourceArn"] for *_, mapping in lambda_svc._iter_all_esms())
    return {arn for arn in arns if ":sqs:" in arn}


def _messages(arn: str) -> int:
    return len(sqs._queue_by_arn(arn)["messages"])


async def _answer(send: Send, content: Json) -> None:
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(content).encode()})
