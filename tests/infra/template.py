"""A synthesised template as a person reads it: logical ids without CDK's hashes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

type Properties = dict[str, Any]

_HASHED = re.compile(r'"([A-Z][A-Za-z0-9]*?)[0-9A-F]{8}"')


@dataclass(frozen=True, slots=True)
class Template:
    resources: dict[str, Properties]
    outputs: dict[str, Properties]

    @classmethod
    def read(cls, file: Path) -> Self:
        whole = json.loads(_HASHED.sub(r'"\1"', file.read_text()))
        return cls(resources=whole["Resources"], outputs=whole["Outputs"])

    def all(self, kind: str) -> dict[str, Properties]:
        """The properties of all resources of a type such as "SQS::Queue", by logical id."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.resources.items()
            if resource["Type"] == f"AWS::{kind}"
        }

    def statements(self, role: str) -> Iterator[Properties]:
        for policy in self.all("IAM::Policy").values():
            if {"Ref": role} in policy["Roles"]:
                yield from policy["PolicyDocument"]["Statement"]

    def alarms_on(self, metric: str) -> set[str]:
        """The queue or function names in the dimensions of every alarm on this metric."""
        return {
            said(dimension["Value"])
            for alarm in self.all("CloudWatch::Alarm").values()
            if alarm["MetricName"] == metric and alarm["AlarmActions"] == [{"Ref": "AlarmsTopic"}]
            for dimension in alarm["Dimensions"]
        }


def said(value: Any) -> str:
    """A reference, a join or a plain value in short: `StoresCases`, `StoresCases.StreamArn`."""
    match value:
        case str():
            return value
        case {"Ref": name}:
            return str(name)
        case {"Fn::GetAtt": [name, "Arn" | "Id" | "QueueName"]}:
            return str(name)
        case {"Fn::GetAtt": [name, attribute]}:
            return f"{name}.{attribute}"
        case {"Fn::Join": [separator, parts]}:
            return str(separator).join(map(said, parts))
        case _:
            raise AssertionError(f"not a reference: {value}")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
