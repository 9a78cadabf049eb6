"""Creates the stack in the embedded cloud, as `cdk deploy` would in an account."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from local.cloud.assembly import Assembly, Asset
from local.cloud.differences import local_copy
from local.cloud.embedded import ACCOUNT, EmbeddedCloud
from local.cloud.filesystem import pointer_zip
from local.cloud.process import REGION

DEPLOY_SECONDS = 60
ASSET_BUCKET = f"cdk-hnb659fds-assets-{ACCOUNT}-{REGION}"
BOOTSTRAP_VERSION = "/cdk-bootstrap/hnb659fds/version"


class DeploymentError(RuntimeError):
    """Names the first resource that failed and CloudFormation's reason."""


@dataclass(frozen=True, slots=True)
class Deployment:
    cloud: EmbeddedCloud
    outputs: dict[str, str]
    resources: dict[str, str]
    """Logical id -> physical id."""
    types: dict[str, str]
    """Logical id -> resource type, such as AWS::SQS::Queue."""

    def of_type(self, resource_type: str) -> dict[str, str]:
        """Logical id -> physical id of the resources of one type."""
        return {
            name: self.resources[name] for name, kind in self.types.items() if kind == resource_type
        }

    def named(self, construct: str) -> str:
        """The physical id; CDK ends the logical one with eight hex digits."""
        return next(self.resources[name] for name in self.resources if name[:-8] == construct)

    def url(self, api: str) -> str:
        """Where the HTTP API of this logical id answers, without a slash at the end."""
        return self.cloud.api_url(self.resources[api])

    def logs(self) -> dict[str, str]:
        """Logical id of each function -> everything that it ever printed."""
        logs = self.cloud.logs()
        functions = self.of_type("AWS::Lambda::Function")
        return {name: logs.get(function, "") for name, function in functions.items()}


def deploy(
    cloud: EmbeddedCloud,
    assembly: Assembly,
    *,
    variables: Mapping[str, str] | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Deployment:
    """Create the stack and wait for it.

    `variables` replace variables of those functions that have them. `progress` hears the logical
    id of each resource as it is complete. Raises DeploymentError.
    """
    _bootstrap(cloud)
    _upload(cloud, assembly.assets)
    template = local_copy(assembly.template, variables or {})
    _put(cloud, "template.json", json.dumps(template).encode())
    formation = cloud.client("cloudformation")
    formation.create_stack(
        StackName=assembly.stack,
        TemplateURL=f"{cloud.endpoint}/{ASSET_BUCKET}/template.json",
        Capabilities=["CAPABILITY_NAMED_IAM"],
    )
    for event in _events(formation, assembly.stack):
        if event["ResourceStatus"].endswith("_FAILED"):
            raise DeploymentError(_reason(event))
        if event["ResourceStatus"] == "CREATE_COMPLETE":
            progress(event["LogicalResourceId"])
    return _deployment(cloud, formation, assembly.stack)


def _bootstrap(cloud: EmbeddedCloud) -> None:
    """What `cdk bootstrap` leaves in an account, as far as a deployment looks at it."""
    cloud.client("ssm").put_parameter(Name=BOOTSTRAP_VERSION, Value="30", Type="String")
    cloud.client("s3").create_bucket(
        Bucket=ASSET_BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
    )


def _upload(cloud: EmbeddedCloud, assets: tuple[Asset, ...]) -> None:
    for asset in assets:
        _put(cloud, asset.key, pointer_zip(asset.folder))


def _put(cloud: EmbeddedCloud, key: str, body: bytes) -> None:
    cloud.client("s3").put_object(Bucket=ASSET_BUCKET, Key=key, Body=body)


def _events(formation: Any, stack: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a boto3 client
    """Each event of the stack once, oldest first, until the stack itself is done."""
    seen = set[str]()
    deadline = time.monotonic() + DEPLOY_SECONDS
    while time.monotonic() < deadline:
        events = formation.describe_stack_events(StackName=stack)["StackEvents"]
        for event in sorted(events, key=lambda event: event["Timestamp"]):
            if event["EventId"] not in seen:
                seen.add(event["EventId"])
                yield event
                if _ends(event, stack):
                    return
        time.sleep(0.05)
    raise DeploymentError(f"{stack} is not complete after {DEPLOY_SECONDS} s: see the cloud's log")


def _ends(event: dict[str, Any], stack: str) -> bool:
    return event["LogicalResourceId"] == stack and not event["ResourceStatus"].endswith(
        "_IN_PROGRESS"
    )


def _reason(event: dict[str, Any]) -> str:
    resource, kind = event["LogicalResourceId"], event["ResourceType"]
    return f"{resource} ({kind}): {event.get('ResourceStatusReason', 'no reason given')}"


def _deployment(cloud: EmbeddedCloud, formation: Any, stack: str) -> Deployment:  # noqa: ANN401 - a boto3 client
    [description] = formation.describe_stacks(StackName=stack)["Stacks"]
    resources = formation.describe_stack_resources(StackName=stack)["StackResources"]
    return Deployment(
        cloud=cloud,
        outputs={
            output["OutputKey"]: cloud.reachable(output["OutputValue"])
            for output in description.get("Outputs", [])
        },
        resources={r["LogicalResourceId"]: r["PhysicalResourceId"] for r in resources},
        types={r["LogicalResourceId"]: r["ResourceType"] for r in resources},
    )
