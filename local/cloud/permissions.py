"""Completes MiniStack's view of a request for IAM, and records every decision.

The condition keys are those of
https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
and https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
and https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html.
"""

import json
from pathlib import Path
from typing import Any

from ministack.core import iam_actions, iam_evaluator
from ministack.services import athena

from local.cloud.leading_keys import leading_keys

type Json = dict[str, Any]

SEALED_UNDER = "x-amz-server-side-encryption-aws-kms-key-id"
LEADING_KEYS = "local:LeadingKeys"  # from the one patch to the other: by table, as decisions are


def install(*, record: Path | None) -> None:
    tags, enforce = iam_actions.request_tag_context, iam_evaluator.enforce
    resource_of = iam_actions.extract_resource_arn
    of_object = iam_actions._s3_object_context  # noqa: SLF001 - as below

    def resource(service: str, *about: Any) -> str:  # noqa: ANN401 - passed on as it is
        method, path, headers, body, query, region, account = about
        body = _in_its_workgroup(service, body)
        found: str = resource_of(service, method, path, headers, body, query, region, account)
        if service == "ses" and found == "*" and b"FromEmailAddress" in body:
            sender = json.loads(body)["FromEmailAddress"]
            return f"arn:aws:ses:{region}:{account}:identity/{sender}"
        return found

    def context(service: str, action: str, body: bytes, params: Json) -> Json:
        return {**tags(service, action, body, params), **condition_keys(service, body)}

    def of_sealed(action: str, params: Json, path: str, headers: Json) -> Json:
        named = {f"s3:{SEALED_UNDER}": headers[SEALED_UNDER]} if SEALED_UNDER in headers else {}
        return {**of_object(action, params, path, headers), **named}

    def decide(key: str, action: str, service: str, region: str, **about: Any) -> object:  # noqa: ANN401 - passed on as it is
        resource = about.get("resource_arn", "*")
        if service == "sqs":
            action = action.removesuffix("Batch")  # a batch needs no other permission
        about["service_context"] = _of_table(about.get("service_context") or {}, resource)
        denied = enforce(key, action, service, region, **about)
        if record is not None:
            _write(record, action=action, resource=resource, allowed=denied is None)
        return denied

    iam_actions.extract_resource_arn = resource
    iam_actions.request_tag_context = context
    iam_actions._s3_object_context = of_sealed  # noqa: SLF001 - as below
    iam_evaluator.enforce = decide


def condition_keys(service: str, body: bytes) -> Json:
    if service == "kms":
        return _kms(json.loads(body or b"{}"))
    if service == "dynamodb":
        return {LEADING_KEYS: leading_keys(body)}
    return {}


def _in_its_workgroup(service: str, body: bytes) -> bytes:
    """Whoever asks after a query names the query alone; AWS decides by the workgroup it runs in."""
    if service != "athena" or b"QueryExecutionId" not in body:
        return body
    asked = json.loads(body)
    execution = athena._executions.get(asked["QueryExecutionId"], {})  # noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
    return json.dumps({**asked, "WorkGroup": execution.get("WorkGroup")}).encode()


def _kms(request: Json) -> Json:
    context = request.get("EncryptionContext") or {}
    keys: Json = {f"kms:EncryptionContext:{name}": value for name, value in context.items()}
    if context:
        keys["kms:EncryptionContextKeys"] = list(context)
    for name in ("MacAlgorithm", "EncryptionAlgorithm"):
        if name in request:
            keys[f"kms:{name}"] = request[name]
    return keys


def _of_table(context: Json, resource: str) -> Json:
    """AWS decides on each table by its own items, also where one request touches several."""
    others = {key: value for key, value in context.items() if key != LEADING_KEYS}
    table = resource.partition("/index/")[0].rpartition("/")[2]
    keys = context.get(LEADING_KEYS, {}).get(table)
    return {**others, "dynamodb:LeadingKeys": keys} if keys else others


def _write(record: Path, **decision: object) -> None:
    with record.open("a") as lines:
        lines.write(json.dumps({"principal": iam_evaluator.caller_arn(), **decision}) + "\n")
