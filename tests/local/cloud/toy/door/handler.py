"""Takes an HTTP request, seals its sender and queues its steps."""

import json
import os
from typing import Any

import boto3

kms = boto3.client("kms")
sqs = boto3.client("sqs")


def lambda_handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    request = json.loads(event["body"])
    sender = request["sender"].encode()
    kms.generate_mac(KeyId=os.environ["MAC_KEY"], MacAlgorithm="HMAC_SHA_256", Message=sender)
    kms.encrypt(
        KeyId=os.environ["SEAL_KEY"], Plaintext=sender, EncryptionContext={"purpose": "reply"}
    )
    sqs.send_message(
        QueueUrl=os.environ["LINE_URL"],
        MessageBody=json.dumps(request["steps"]),
        MessageGroupId=request["sender"],
    )
    return {"statusCode": 200, "body": event["rawPath"]}
