"""Makes the one AWS call that it is asked for, with the rights of its own role."""

import importlib
import importlib.util
import os
import sys
import time
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import ClientError


def lambda_handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if event.get("look"):
        return surroundings(context)
    if event.get("raise"):
        raise RuntimeError("asked to")
    try:
        call = getattr(boto3.client(event["service"]), event["operation"])
        call(**{name: decoded(value) for name, value in event["arguments"].items()})
    except ClientError as error:
        return {"error": error.response["Error"]["Code"]}
    return {"error": None}


def decoded(value: Any) -> Any:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) and "hex" in value else value


def surroundings(context: Any) -> dict[str, Any]:
    print("looked around")  # noqa: T201 - to find it in the log
    print("an error line", file=sys.stderr)  # noqa: T201 - the same
    return {
        "layers": [importlib.import_module(f"shared.{name}").NAME for name in ("one", "two")],
        "greeting": Path(os.environ["GREETING_FILE"]).read_text(),
        "foreign": importlib.util.find_spec("pytest") is not None,
        "variables": sorted(os.environ),
        "arn": context.invoked_function_arn,
        "milliseconds": context.get_remaining_time_in_millis(),
        "process": os.getpid(),
        "time": time.time(),
    }
