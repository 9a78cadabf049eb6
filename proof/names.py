"""What CloudFormation's intrinsic functions come to, as patterns with names in ⟦⟧."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from proof.glob import unknown
from proof.unmodelled import Unmodelled

type Resource = Mapping[str, Any]

ARNS = {
    "AWS::DynamoDB::Table": ("dynamodb:{region}:{account}:table/{name}", "TableName"),
    "AWS::IAM::Role": ("iam::{account}:role/{name}", "RoleName"),
    "AWS::IAM::ManagedPolicy": ("iam::{account}:policy/{name}", "ManagedPolicyName"),
    "AWS::KMS::Key": ("kms:{region}:{account}:key/{name}", None),
    "AWS::Lambda::Function": ("lambda:{region}:{account}:function:{name}", "FunctionName"),
    "AWS::Lambda::LayerVersion": ("lambda:{region}:{account}:layer:{name}:*", "LayerName"),
    "AWS::Logs::LogGroup": ("logs:{region}:{account}:log-group:{name}:*", "LogGroupName"),
    "AWS::S3::Bucket": ("s3:::{name}", "BucketName"),
    "AWS::SNS::Topic": ("sns:{region}:{account}:{name}", "TopicName"),
    "AWS::SQS::Queue": ("sqs:{region}:{account}:{name}", "QueueName"),
    "AWS::SecretsManager::Secret": ("secretsmanager:{region}:{account}:secret:{name}*", "Name"),
}
"""Each type's ARN, and the property that names it where a template does not leave that to AWS."""

REF_IS_ARN = {
    "AWS::IAM::ManagedPolicy",
    "AWS::Lambda::LayerVersion",
    "AWS::SNS::Topic",
    "AWS::SecretsManager::Secret",
}
IN_THE_ACCOUNT = {
    "partition": unknown("AWS::Partition"),
    "region": unknown("AWS::Region"),
    "account": unknown("AWS::AccountId"),
}
_IN_A_SUB = re.compile(r"\$\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Names:
    resources: Mapping[str, Resource]

    def arn(self, resource: str) -> str:
        kind = self._kind(resource)
        if kind not in ARNS:
            raise Unmodelled(f"{resource}: add the ARN of {kind} to ARNS in proof/names.py")
        shape, _ = ARNS[kind]
        return ("arn:{partition}:" + shape).format(name=self.name(resource), **IN_THE_ACCOUNT)

    def name(self, resource: str) -> str:
        _, prop = ARNS.get(self._kind(resource), ("", None))
        given = self.resources[resource].get("Properties", {}).get(prop)
        return self.text(given) if given else unknown(resource)

    def text(self, value: Any) -> str:  # noqa: ANN401 -- any JSON
        """Raises Unmodelled for a function, attribute or parameter that it does not know."""
        match value:
            case str() if "${" not in value and "⟦" not in value:
                return value
            case {"Ref": str(target)}:
                return self._ref(target)
            case {"Fn::GetAtt": [str(target), str(attribute)]}:
                return self._attribute(target, attribute)
            case {"Fn::GetAtt": str(both)}:
                return self._attribute(*both.split(".", 1))
            case {"Fn::Join": [str(separator), list(parts)]}:
                return separator.join(map(self.text, parts))
            case {"Fn::Sub": str(text)}:
                return self._sub(text)
        raise Unmodelled(f"a policy says {value}: this proof cannot tell what that comes to")

    def _ref(self, target: str) -> str:
        if target.startswith("AWS::"):
            return unknown(target)
        return self.arn(target) if self._kind(target) in REF_IS_ARN else self.name(target)

    def _attribute(self, target: str, attribute: str) -> str:
        kind = self._kind(target)
        if attribute == "Arn" or (kind in REF_IS_ARN and attribute in ("Id", "TopicArn")):
            return self.arn(target)
        if attribute == "StreamArn":
            return f"{self.arn(target)}/stream/*"
        raise Unmodelled(f"{target}.{attribute}: this proof cannot tell what that comes to")

    def _sub(self, text: str) -> str:
        def named(place: re.Match[str]) -> str:
            target, _, attribute = place[1].partition(".")
            return self._attribute(target, attribute) if attribute else self._ref(target)

        return _IN_A_SUB.sub(named, text)

    def _kind(self, resource: str) -> str:
        if resource not in self.resources:
            raise Unmodelled(f"a policy names {resource}, which is not a resource of the template")
        return str(self.resources[resource]["Type"])
