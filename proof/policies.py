"""Where a template keeps its policies; and that it keeps none where this proof does not look."""

from collections.abc import Iterator, Mapping
from typing import Any

from proof.names import Names, Resource
from proof.powers import UNDERSTOOD
from proof.principals import principals
from proof.statement import Statement, listed, statements
from proof.unmodelled import Unmodelled

GUARDS = {
    "AWS::S3::BucketPolicy": ("Bucket", "PolicyDocument"),
    "AWS::SNS::TopicPolicy": ("Topics", "PolicyDocument"),
    "AWS::SQS::QueuePolicy": ("Queues", "PolicyDocument"),
    "AWS::SecretsManager::ResourcePolicy": ("SecretId", "ResourcePolicy"),
}
"""The policies that are resources: the property that says whose, and that which says what."""
READ = {
    "AWS::DynamoDB::Table",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::IAM::Role",
    "AWS::KMS::Key",
    "AWS::Lambda::Function",
    "AWS::Lambda::Permission",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::SecretsManager::Secret",
    *GUARDS,
}
POWERLESS = {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::Athena::NamedQuery",
    "AWS::Athena::WorkGroup",
    "AWS::CloudWatch::Alarm",
    "AWS::Cognito::ManagedLoginBranding",
    "AWS::Cognito::UserPool",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPoolDomain",
    "AWS::Cognito::UserPoolGroup",
    "AWS::Events::Rule",
    "AWS::Glue::Database",
    "AWS::Glue::Table",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::LayerVersion",
    "AWS::Logs::LogGroup",
    "AWS::Logs::MetricFilter",
    "AWS::QuickSight::DataSet",
    "AWS::QuickSight::DataSource",
    "AWS::SNS::Subscription",
    "AWS::Scheduler::Schedule",
}
"""Types that grant nothing: what they do, they do in a role or by a policy that is read.

A user pool's tokens are worth nothing to AWS without an identity pool, of which there is none.
"""
OF_A_LOG_GROUP = {
    *(
        "DataProtectionPolicy",
        "KmsKeyId",
        "LogGroupClass",
        "LogGroupName",
        "RetentionInDays",
        "Tags",
    ),
}
"""A data protection policy masks, and lets nobody do anything. A resource policy would let."""
OF_A_ROLE = {
    *("AssumeRolePolicyDocument", "Description", "ManagedPolicyArns", "MaxSessionDuration"),
    *("Path", "PermissionsBoundary", "Policies", "RoleName", "Tags"),
}
ATTACHED = {
    *("Description", "Groups", "ManagedPolicyName", "Path", "PolicyDocument", "PolicyName"),
    *("Roles", "Users"),
}


def known(template: Mapping[str, Any]) -> None:
    """Raises Unmodelled where the template holds a type that nobody has thought about."""
    if "Transform" in template:
        raise Unmodelled("the template has a Transform: what it makes is not in the template")
    for name, resource in template["Resources"].items():
        if resource["Type"] not in READ | POWERLESS:
            raise Unmodelled(
                f"{name} is an {resource['Type']}: say in proof/policies.py whether it can grant "
                "anything to anyone, and read it if it can"
            )
        if resource["Type"] == "AWS::Logs::LogGroup":
            _only(name, resource, OF_A_LOG_GROUP)


def identity_policies(role: str, names: Names) -> Iterator[Statement]:
    """Every statement of the role's policies: its own, those attached to it, the managed ones."""
    properties = _only(role, names.resources[role], OF_A_ROLE)
    documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
    documents += [_managed(role, arn, names) for arn in properties.get("ManagedPolicyArns", [])]
    documents += _attached(role, names)
    for document in documents:
        for one in statements(document, names):
            _understood(role, one)
            yield one


def resource_policies(resource: str, names: Names) -> Iterator[Statement]:
    """Every statement of the policies that guard the resource itself."""
    properties = _properties(names.resources[resource])
    for inline in ("KeyPolicy", "ResourcePolicy"):
        document = properties.get(inline)
        if document and names.resources[resource]["Type"] not in GUARDS:
            yield from statements(document.get("PolicyDocument", document), names)
    for name, other in names.resources.items():
        if other["Type"] in GUARDS:
            whose, what = GUARDS[other["Type"]]
            if _is_among(resource, listed(_properties(other)[whose]), names):
                yield from statements(_properties(other)[what], names)
        elif other["Type"] == "AWS::Lambda::Permission":
            yield from _permission(name, resource, names)


def trust(role: str, names: Names) -> Iterator[Statement]:
    document = _properties(names.resources[role])["AssumeRolePolicyDocument"]
    yield from statements(document, names)


def _attached(role: str, names: Names) -> Iterator[Mapping[str, Any]]:
    for name, resource in names.resources.items():
        if resource["Type"] not in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"):
            continue
        properties = _only(name, resource, ATTACHED)
        if properties.get("Users") or properties.get("Groups"):
            raise Unmodelled(f"{name} is for users or groups: people get roles, not policies")
        if _is_among(role, properties.get("Roles", []), names):
            yield properties["PolicyDocument"]


def _managed(role: str, said: Any, names: Names) -> Mapping[str, Any]:  # noqa: ANN401 -- any JSON
    arn = names.text(said)
    for name, resource in names.resources.items():
        if resource["Type"] == "AWS::IAM::ManagedPolicy" and names.arn(name) == arn:
            document: Mapping[str, Any] = _properties(resource)["PolicyDocument"]
            return document
    raise Unmodelled(f"{role} has the managed policy {arn}, whose text is not in the template")


def _permission(name: str, function: str, names: Names) -> Iterator[Statement]:
    said = _properties(names.resources[name])
    if names.resources[function]["Type"] != "AWS::Lambda::Function":
        return
    if names.text(said["FunctionName"]) not in (names.arn(function), names.name(function)):
        return
    whom = said["Principal"]
    service = isinstance(whom, str) and whom.endswith(".amazonaws.com")
    yield Statement(
        allow=True,
        actions=(said["Action"].lower(),),
        all_but_actions=False,
        resources=("*",),
        all_but_resources=False,
        principals=principals(
            "*" if whom == "*" else {"Service" if service else "AWS": whom}, names, admits=True
        ),
        certain=False,
    )


def _understood(role: str, one: Statement) -> None:
    unread = {action for action in one.actions if not {"*", "?"} & set(action)} - UNDERSTOOD
    if one.allow and not one.all_but_actions and unread:
        raise Unmodelled(
            f"{role} may {', '.join(sorted(unread))}: say in proof/powers.py what that amounts to"
        )


def _is_among(resource: str, listed_there: list[Any], names: Names) -> bool:
    own = {names.name(resource)}
    try:
        own.add(names.arn(resource))
    except Unmodelled:
        return False
    return any(names.text(one) in own for one in listed_there)


def _only(name: str, resource: Resource, read: set[str]) -> Mapping[str, Any]:
    properties = _properties(resource)
    if strange := properties.keys() - read:
        raise Unmodelled(f"{name} has {', '.join(strange)}: this proof does not read that")
    return properties


def _properties(resource: Resource) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = resource.get("Properties", {})
    return properties
