# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""What CloudFormation makes in AWS, and MiniStack makes otherwise, by half or not at all.

- `Ref` of a secret is its ARN; MiniStack answers its name: a policy on that would allow nothing.
  https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
- A bucket's Object Lock; MiniStack keeps one that S3's own call puts, and ignores a template's.
- A named query of Athena.
- The look of a user pool's login, which nobody sees here: it is taken, and left.
"""

import json
from collections.abc import Callable
from typing import Any

from ministack.services import athena, s3
from ministack.services.cloudformation import provisioners

type Json = dict[str, Any]
type Made = tuple[str, Json]

HANDLERS = provisioners._RESOURCE_HANDLERS


def install() -> None:
    _after("AWS::SecretsManager::Secret", _named_by_arn)
    _after("AWS::S3::Bucket", _locked)
    HANDLERS["AWS::Athena::NamedQuery"] = {"create": _ask, "delete": _forget}
    HANDLERS["AWS::Cognito::ManagedLoginBranding"] = {"create": _unseen, "delete": _left}


def _after(kind: str, complete: Callable[[Made, Json], Made]) -> None:
    create = HANDLERS[kind]["create"]

    def created(logical_id: str, properties: Json, stack: str) -> Made:
        return complete(create(logical_id, properties, stack), properties)

    HANDLERS[kind]["create"] = created


def _named_by_arn(made: Made, _properties: Json) -> Made:
    _name, attributes = made
    return attributes["Arn"], attributes


def _locked(made: Made, properties: Json) -> Made:
    name, _ = made
    if properties.get("ObjectLockEnabled"):
        rule = properties.get("ObjectLockConfiguration", {}).get("Rule", {})
        s3._bucket_object_lock[name] = {
            "enabled": True,
            "default_retention": rule.get("DefaultRetention"),
        }
    return made


def _ask(_logical_id: str, properties: Json, _stack: str) -> Made:
    _, _, body = athena._create_named_query(properties)
    name = json.loads(body)["NamedQueryId"]
    return name, {"NamedQueryId": name}


def _forget(name: str, _properties: Json) -> None:
    athena._delete_named_query({"NamedQueryId": name})


def _unseen(logical_id: str, _properties: Json, _stack: str) -> Made:
    return logical_id, {"ManagedLoginBrandingId": logical_id}


def _left(_name: str, _properties: Json) -> None:
    """Nothing was made."""
