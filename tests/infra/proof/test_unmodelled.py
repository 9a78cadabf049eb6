"""What the proof cannot judge stops it: nothing of that kind is ever taken for safe."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from proof.account import Account
from proof.cdk import without_hashes
from proof.unmodelled import Unmodelled
from tests.infra.proof.mutants import House, allow, own, says


def role_has(**properties: Any) -> Callable[[House], None]:
    return lambda house: house["Resources"]["DispatchRole"]["Properties"].update(properties)


def holds(kind: str, **properties: Any) -> Callable[[House], None]:
    def add(house: House) -> None:
        house["Resources"]["Strange"] = {"Type": kind, "Properties": properties}

    return add


def key_admits(principal: dict[str, Any]) -> Callable[[House], None]:
    return lambda house: says(house, "TipsAddressKey202612").append(
        {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Principal": principal}
    )


def may_on(resource: Any) -> Callable[[House], None]:
    return lambda house: allow(house, "dynamodb:GetItem", on=resource)


STRANGE: dict[str, tuple[Callable[[House], None], str]] = {
    "a type that nobody has thought about": (
        holds("AWS::Backup::BackupSelection"),
        "say in proof/policies.py whether it can grant",
    ),
    "a user": (holds("AWS::IAM::User"), "AWS::IAM::User"),
    "a custom resource": (holds("Custom::Anything"), "Custom::Anything"),
    "an action that nobody has thought about": (
        lambda house: allow(house, "lambda:CreateEventSourceMapping"),
        "say in proof/powers.py what that amounts to",
    ),
    "a managed policy of AWS": (
        role_has(ManagedPolicyArns=["arn:aws:iam::aws:policy/ReadOnlyAccess"]),
        "ReadOnlyAccess, whose text is not in the template",
    ),
    "a property of a role": (role_has(AnythingNew=1), "DispatchRole has AnythingNew"),
    "a log group that lets others in": (
        holds("AWS::Logs::LogGroup", RetentionInDays=1, ResourcePolicyDocument={"Statement": []}),
        "Strange has ResourcePolicyDocument",
    ),
    "a policy for a group": (
        holds("AWS::IAM::Policy", Groups=["staff"], PolicyDocument={"Statement": []}),
        "people get roles",
    ),
    "another account": (
        key_admits({"AWS": "arn:aws:iam::210987654321:root"}),
        "neither a role of the template nor its account",
    ),
    "a role of another stack": (
        key_admits({"AWS": "arn:aws:iam::123456789012:role/Auditor"}),
        "neither a role of the template nor its account",
    ),
    "a federation": (key_admits({"Federated": "accounts.example.org"}), "admits Federated"),
    "an import": (may_on({"Fn::ImportValue": "Vault"}), "Fn::ImportValue"),
    "a choice": (may_on({"Fn::If": ["Pilot", "*", "x"]}), "Fn::If"),
    "a parameter": (may_on({"Ref": "BootstrapVersion"}), "BootstrapVersion, which is not a"),
    "a variable of IAM": (may_on("arn:aws:dynamodb:::table/${aws:username}"), "aws:username"),
    "an attribute": (may_on({"Fn::GetAtt": ["StoresVault", "TableId"]}), "StoresVault.TableId"),
    "a word of a statement": (
        lambda house: own(house).append({"Effect": "Allow", "Actions": "kms:*"}),
        "Actions: not a word of IAM",
    ),
    "a transform": (lambda house: house.update(Transform="AWS::Serverless"), "Transform"),
}


@pytest.mark.parametrize("strange", STRANGE)
def test_it_stops_and_says_what_to_do(strange: str, house: dict[str, Any]) -> None:
    change, message = STRANGE[strange]
    changed = deepcopy(house)
    change(changed)
    with pytest.raises(Unmodelled, match=message.replace(".", r"\.")):
        Account.of(changed)


def test_a_stranger_who_is_only_forbidden_does_not_matter(house: dict[str, Any]) -> None:
    changed = deepcopy(house)
    key_admits({"AWS": "arn:aws:iam::210987654321:root"})(changed)
    says(changed, "TipsAddressKey202612")[-1]["Effect"] = "Deny"
    Account.of(changed)


def test_two_resources_never_share_a_name() -> None:
    template: dict[str, Any] = {"Resources": {"Vault0123ABCD": {}, "VaultDCBA3210": {}}}
    with pytest.raises(Unmodelled, match="two resources are called Vault"):
        without_hashes(template)
