"""Calls out for each row of a stream; a row that is refused is reported, with all after it."""

import os
import urllib.error
import urllib.request
from typing import Any


def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    for record in event["Records"]:
        row = record["dynamodb"]["NewImage"]["pk"]["S"]
        try:
            urllib.request.urlopen(f"{os.environ['OUT_URL']}/{row}", timeout=20).close()
        except urllib.error.HTTPError:
            number = record["dynamodb"]["SequenceNumber"]
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}
