"""The house as its template describes it, played by moto: whatever is added there is here too."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import boto3

type Json = dict[str, Any]

DOOR = {"app_secret": "app-secret", "verify_token": "verify-token"}


@dataclass
class House:
    """`names` are the physical ones, by logical id without CDK's hash."""

    template: Json
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        builders = {
            "AWS::DynamoDB::Table": _table,
            "AWS::SQS::Queue": _queue,
            "AWS::KMS::Key": _key,
            "AWS::S3::Bucket": _bucket,
            "AWS::SecretsManager::Secret": _secret,
            "AWS::Athena::WorkGroup": _workgroup,
            "AWS::Cognito::UserPool": _only_named,
            "AWS::Cognito::UserPoolClient": _only_named,
            "AWS::ApiGatewayV2::Api": _address,
        }
        for name, resource in self.template["Resources"].items():
            if build := builders.get(resource["Type"]):
                self.names[name] = build(name, resource["Properties"])

    @property
    def functions(self) -> dict[str, Json]:
        return {
            name.removesuffix("Function"): resource["Properties"]
            for name, resource in self.template["Resources"].items()
            if resource["Type"] == "AWS::Lambda::Function"
        }

    def environment(self, function: str) -> dict[str, str]:
        variables = self.functions[function]["Environment"]["Variables"]
        return {name: self._said(value) for name, value in variables.items()}

    def of_type(self, kind: str) -> dict[str, str]:
        resources = self.template["Resources"]
        return {name: self.names[name] for name in self.names if resources[name]["Type"] == kind}

    def _said(self, value: Any) -> str:
        match value:
            case str():
                return value
            case {"Ref": name} if name.endswith("Function"):
                return str(name)
            case {"Ref": name} | {"Fn::GetAtt": [name, "Arn" | "Id" | "ApiEndpoint"]}:
                return self.names[name]
            case {"Fn::Join": [separator, parts]}:
                return str(separator).join(map(self._said, parts))
        raise AssertionError(f"not a name: {value}")


def _table(name: str, told: Mapping[str, Any]) -> str:
    wanted = ("KeySchema", "AttributeDefinitions", "BillingMode", "GlobalSecondaryIndexes")
    said = {key: told[key] for key in wanted if key in told}
    boto3.client("dynamodb").create_table(TableName=name, **said)
    return name


def _queue(name: str, told: Mapping[str, Any]) -> str:
    fifo = bool(told.get("FifoQueue"))
    attributes: Any = {"FifoQueue": "true"} if fifo else {}
    called = f"{name}.fifo" if fifo else name
    return boto3.client("sqs").create_queue(QueueName=called, Attributes=attributes)["QueueUrl"]


def _key(_name: str, told: Mapping[str, Any]) -> str:
    said = {key: told[key] for key in ("KeySpec", "KeyUsage") if key in told}
    return boto3.client("kms").create_key(**said)["KeyMetadata"]["KeyId"]


def _bucket(name: str, _told: Mapping[str, Any]) -> str:
    called = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
    where: Any = {"LocationConstraint": "ap-south-1"}
    boto3.client("s3").create_bucket(Bucket=called, CreateBucketConfiguration=where)
    return called


def _secret(name: str, _told: Mapping[str, Any]) -> str:
    value = json.dumps(DOOR) if name == "CredentialsDoor" else f"secret-of-{name}"
    boto3.client("secretsmanager").create_secret(Name=name, SecretString=value)
    return name


def _workgroup(_name: str, told: Mapping[str, Any]) -> str:
    boto3.client("athena").create_work_group(Name=told["Name"])
    return str(told["Name"])


def _only_named(name: str, _told: Mapping[str, Any]) -> str:
    return name


def _address(name: str, _told: Mapping[str, Any]) -> str:
    return f"https://{name.lower()}.example"
