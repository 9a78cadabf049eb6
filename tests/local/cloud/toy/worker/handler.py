"""Performs the first step of each message: calls out, fails, or forwards the other steps."""

import json
import os
import urllib.request
from typing import Any

import boto3

sqs = boto3.client("sqs")


def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    records = event["Records"]
    for index, record in enumerate(records):
        try:
            perform(json.loads(record["body"]), record["attributes"]["MessageGroupId"])
        except Exception as error:  # noqa: BLE001 - as a batch processor does
            print("failed", error)  # noqa: T201 - to find it in the log
            left = [{"itemIdentifier": later["messageId"]} for later in records[index:]]
            return {"batchItemFailures": left}
    return {"batchItemFailures": []}


def perform(steps: list[str], group: str) -> None:
    step, *rest = steps
    if step == "forward":
        sqs.send_message(
            QueueUrl=os.environ["OUTBOX_URL"], MessageBody=json.dumps(rest), MessageGroupId=group
        )
    elif step == "crash":
        os._exit(1)
    else:
        urllib.request.urlopen(f"{os.environ['OUT_URL']}/{step}", timeout=20).close()
