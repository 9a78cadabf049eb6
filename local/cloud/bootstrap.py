"""What Lambda's Python runtime does inside a function's process; standard library only.

The process is started by `local.cloud.sandbox` with two pipes, whose numbers are its arguments:
events come as JSON lines on the first, results go as JSON lines to the second. Standard output and
standard error stay the function's own and end in its log.
"""

import importlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

real_time = time.time

type Handler = Callable[[Any, "Context"], Any]


@dataclass(frozen=True, kw_only=True)
class Context:
    """https://docs.aws.amazon.com/lambda/latest/dg/python-context.html."""

    aws_request_id: str
    invoked_function_arn: str
    deadline: float
    function_name: str = field(default_factory=lambda: os.environ["AWS_LAMBDA_FUNCTION_NAME"])
    function_version: str = "$LATEST"
    memory_limit_in_mb: str = field(
        default_factory=lambda: os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
    )
    log_group_name: str = field(default_factory=lambda: os.environ["AWS_LAMBDA_LOG_GROUP_NAME"])
    log_stream_name: str = field(default_factory=lambda: os.environ["AWS_LAMBDA_LOG_STREAM_NAME"])
    identity: None = None
    client_context: None = None

    def get_remaining_time_in_millis(self) -> int:
        return max(0, int((self.deadline - real_time()) * 1000))


def set_clock(ahead: float) -> None:
    """Let `time.time` run ahead; signatures are dated by datetime, which keeps to the real time."""
    time.time = lambda: real_time() + ahead


def load(handler: str) -> Handler:
    module, _, function = handler.rpartition(".")
    loaded: Handler = getattr(importlib.import_module(module), function)
    return loaded


def failure(error: BaseException) -> dict[str, Any]:
    traceback.print_exception(error)
    return {"errorType": type(error).__name__, "errorMessage": str(error)}


def answer(handler: Handler, request: dict[str, Any]) -> dict[str, Any]:
    set_clock(request["ahead"])
    context = Context(
        aws_request_id=request["request_id"],
        invoked_function_arn=request["function_arn"],
        deadline=request["deadline"],
    )
    try:
        return {"result": handler(request["event"], context)}
    except Exception as error:  # noqa: BLE001 - Lambda reports whatever the handler raises
        return {"error": failure(error)}


@contextmanager
def reporting(write: Callable[[dict[str, Any]], None]) -> Iterator[None]:
    """Say whether the function's import succeeded: Lambda's init phase."""
    try:
        yield
    except BaseException as error:
        write({"error": failure(error)})
        raise SystemExit(1) from error
    write({"ready": True})


def main(requests_fd: int, results_fd: int) -> None:
    with os.fdopen(requests_fd) as requests, os.fdopen(results_fd, "w", buffering=1) as results:

        def write(message: dict[str, Any]) -> None:
            results.write(json.dumps(message) + "\n")

        with reporting(write):
            handler = load(os.environ["_HANDLER"])
        for line in requests:
            write(answer(handler, json.loads(line)))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
