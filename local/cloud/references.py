# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""Lets `Ref` of a secret be its ARN, as in AWS; MiniStack answers its name.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
A policy on the name would allow nothing.
"""

from typing import Any

from ministack.services.cloudformation import provisioners

type Json = dict[str, Any]


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS["AWS::SecretsManager::Secret"]
    create = handlers["create"]

    def create_secret(*about: Any) -> tuple[str, Json]:  # noqa: ANN401 - passed on as it is
        _name, attributes = create(*about)
        return attributes["Arn"], attributes

    handlers["create"] = create_secret
