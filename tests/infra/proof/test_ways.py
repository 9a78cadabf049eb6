"""More ways than the fourteen: each is told by the holder's path."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from proof import questions as ask
from proof.account import Account
from proof.questions import answers
from proof.reach import Reach
from tests.infra.proof.mutants import ACCOUNT, ADDRESS, FORMER, House, allow, arn, own, says, undeny

CODE = "lambda:UpdateFunctionConfiguration"


def guard(kind: str, whose: dict[str, Any], **said: Any) -> Callable[[House], None]:
    """A resource policy of one statement."""

    def add(house: House) -> None:
        document = {"PolicyDocument": {"Statement": [{"Effect": "Allow", **said}]}}
        if kind == "AWS::SecretsManager::ResourcePolicy":
            document = {"ResourcePolicy": document["PolicyDocument"]}
        house["Resources"]["Guard"] = {"Type": kind, "Properties": {**whose, **document}}

    return add


def may(*actions: str, on: Any = "*", role: str = "DispatchRole") -> Callable[[House], None]:
    return lambda house: allow(house, *actions, on=on, role=role)


def says_of_itself(**said: Any) -> Callable[[House], None]:
    return lambda house: own(house).append(said)


def part_of(resource: str, part: str) -> dict[str, Any]:
    return {"Fn::Join": ["", [arn(resource), part]]}


def allowed_but_for_others(house: House) -> None:
    allow(house, "dynamodb:Scan")
    own(house).append({"Effect": "Deny", "Action": "dynamodb:*", "NotResource": arn("StoresVault")})


def chain(house: House) -> None:
    """Dispatch rewrites the officers' dialogue, which may take the courier's role."""
    allow(house, CODE, on=arn("OfficerReplyFunction"))
    allow(house, "iam:PassRole", on=arn("TipsCourierRole"), role="OfficerReplyRole")


def replica(house: House) -> None:
    """In another region, under a policy of dispatch's own."""
    says(house, "TipsAddressKey202612").append(
        {
            "Effect": "Allow",
            "Action": "kms:ReplicateKey",
            "Resource": "*",
            "Principal": {"AWS": arn("DispatchRole")},
        }
    )


def managed(house: House) -> None:
    document = {
        "Statement": {
            "Effect": "Allow",
            "Action": "dynamodb:Get*",
            "Resource": {"Fn::Sub": "${StoresVault.Arn}"},
        }
    }
    house["Resources"]["Managed"] = {
        "Type": "AWS::IAM::ManagedPolicy",
        "Properties": {"PolicyDocument": document},
    }
    role = house["Resources"]["DispatchRole"]["Properties"]
    role["ManagedPolicyArns"] = [{"Ref": "Managed"}]


def on_the_table(house: House) -> None:
    policy = house["Resources"]["StoresVault"]["Properties"]["ResourcePolicy"]["PolicyDocument"]
    policy["Statement"].append(
        {
            "Effect": "Allow",
            "Action": "dynamodb:Scan",
            "Resource": "*",
            "Principal": {"AWS": arn("DispatchRole")},
        }
    )


def anyone_but(house: House) -> None:
    undeny(house)
    says(house, "TipsAddressKey202612").append(
        {
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": "*",
            "NotPrincipal": {"AWS": arn("FlowRole")},
        }
    )


def forbidden_sometimes(house: House) -> None:
    """A Deny with a condition protects nothing for sure."""
    on_the_table(house)
    own(house).append(
        {
            "Effect": "Deny",
            "Action": "dynamodb:*",
            "Resource": "*",
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
    )


TABLE = "arn:aws:dynamodb:ap-south-1:123456789012:table/"
WAYS: dict[str, tuple[Callable[[House], None], str, str]] = {
    "a layer": (
        may(CODE, on=arn("TipsCourierFunction")),
        ask.OPEN_TIPSTERS_ADDRESS,
        f"{CODE} TipsCourierFunction, then kms:Decrypt",
    ),
    "two hops": (
        chain,
        ask.READ_VAULT,
        f"{CODE} OfficerReplyFunction, then iam:PassRole TipsCourierRole, then dynamodb:GetItem",
    ),
    "a policy of its own making": (
        may("iam:PutRolePolicy", on=arn("DispatchRole")),
        ask.READ_PEPPER,
        "iam:PutRolePolicy, then everything",
    ),
    "a deployment": (
        may("cloudformation:UpdateStack"),
        ask.READ_PEPPER,
        "cloudformation:UpdateStack, then everything",
    ),
    "a role that the template does not know": (
        may("sts:AssumeRole"),
        ask.READ_PEPPER,
        "sts:AssumeRole outside the template, then everything",
    ),
    "every role but one": (
        says_of_itself(
            Effect="Allow", Action="sts:AssumeRole", NotResource=arn("RosterOperatorRole")
        ),
        ask.READ_PEPPER,
        "sts:AssumeRole outside the template, then everything",
    ),
    "a copy of the key": (replica, ask.OPEN_TIPSTERS_ADDRESS, "kms:ReplicateKey"),
    "a managed policy": (managed, ask.READ_VAULT, "dynamodb:GetItem"),
    "a wildcard in a name": (
        may("dynamodb:Scan", on=TABLE + "*Vault*"),
        ask.READ_VAULT,
        "dynamodb:Scan",
    ),
    "a name written out": (
        may("dynamodb:Scan", on=TABLE + "house-1"),
        ask.READ_VAULT,
        "dynamodb:Scan",
    ),
    "all but one resource": (
        says_of_itself(Effect="Allow", Action="dynamodb:Scan", NotResource=arn("StoresCases")),
        ask.READ_VAULT,
        "dynamodb:Scan",
    ),
    "a copy of the cases' table": (
        may("dynamodb:ExportTableToPointInTime", on=arn("StoresHeads")),
        "read the cases' heads",
        "dynamodb:ExportTableToPointInTime",
    ),
    "one index of a table": (
        may("dynamodb:Query", on=part_of("StoresVault", "/index/by-day")),
        ask.READ_VAULT,
        "dynamodb:Query",
    ),
    "a table's stream": (
        may("dynamodb:GetRecords", on=part_of("StoresVault", "/stream/2026")),
        ask.READ_VAULT,
        "dynamodb:GetRecords",
    ),
    "one version of a function": (
        may("lambda:InvokeFunction", on=part_of("TipsCourierFunction", ":live")),
        ask.CALL_TIPS_COURIER,
        "lambda:InvokeFunction",
    ),
    "the one thing that is not forbidden": (
        allowed_but_for_others,
        ask.READ_VAULT,
        "dynamodb:Scan",
    ),
    "the table's own policy": (on_the_table, ask.READ_VAULT, "dynamodb:Scan"),
    "a Deny that may not hold": (forbidden_sometimes, ask.READ_VAULT, "dynamodb:Scan"),
    "everyone but one": (anyone_but, ask.OPEN_TIPSTERS_ADDRESS, "kms:Decrypt"),
    "a queue's policy": (
        guard(
            "AWS::SQS::QueuePolicy",
            {"Queues": [{"Ref": "TipsLineQueue"}]},
            Action="sqs:*",
            Resource="*",
            Principal={"AWS": arn("DispatchRole")},
        ),
        "take from the tips line",
        "sqs:ReceiveMessage",
    ),
    "a bucket's policy": (
        guard(
            "AWS::S3::BucketPolicy",
            {"Bucket": {"Ref": "EvidenceBucket"}},
            Action="s3:GetObject",
            Resource={"Fn::Join": ["", [arn("EvidenceBucket"), "/kept/*"]]},
            Principal="*",
        ),
        "read the evidence",
        "s3:GetObject",
    ),
    "a secret's policy": (
        guard(
            "AWS::SecretsManager::ResourcePolicy",
            {"SecretId": {"Ref": "CredentialsPepper"}},
            Action="secretsmanager:GetSecretValue",
            Resource="*",
            Principal={"AWS": arn("DispatchRole")},
        ),
        ask.READ_PEPPER,
        "secretsmanager:GetSecretValue",
    ),
    "setting the secret": (
        may("secretsmanager:PutSecretValue", on={"Ref": "CredentialsPepper"}),
        ask.READ_PEPPER,
        "secretsmanager:PutSecretValue",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_dispatch_is_seen_to_go_this_way(way: str, house: dict[str, Any]) -> None:
    change, question, path = WAYS[way]
    assert "DispatchRole" not in holders(house, question) or question == "read the evidence"
    changed = deepcopy(house)
    change(changed)
    assert holders(changed, question)["DispatchRole"] == path


def test_the_accounts_own_iam_is_named_where_a_key_leaves_it_to_it(house: dict[str, Any]) -> None:
    delegated = deepcopy(house)
    for key in (ADDRESS, FORMER):
        says(delegated, key).append(
            {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Principal": ACCOUNT}
        )
    assert holders(delegated, ask.OPEN_TIPSTERS_ADDRESS)["the account"] == "kms:Decrypt"


def test_a_copy_is_forbidden_to_those_who_would_be_allowed(house: dict[str, Any]) -> None:
    changed = deepcopy(house)
    allow(changed, "dynamodb:ExportTableToPointInTime", "dynamodb:CreateBackup")
    assert "DispatchRole" not in holders(changed, ask.READ_VAULT)
    assert "DispatchRole" in holders(changed, "read the cases' heads")


def holders(house: dict[str, Any], question: str) -> dict[str, str]:
    return {
        holder.name: ", then ".join(holder.via)
        for holder in answers(Reach(Account.of(house)))[question]
    }
