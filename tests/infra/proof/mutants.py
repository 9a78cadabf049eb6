"""Fourteen ways to let dispatch learn a tipster's number, each a small change of the template."""

from collections.abc import Callable
from typing import Any

from proof.claims import CLAIMS

type House = dict[str, Any]
type Change = Callable[[House], None]

ROLE, COURIER = "DispatchRole", "TipsCourierRole"
ADDRESS, FORMER, MAC = "TipsAddressKey202612", "TipsAddressKey202611", "TipsMacKey"
ACCOUNT = {
    "AWS": {
        "Fn::Join": [
            "",
            ["arn:", {"Ref": "AWS::Partition"}, ":iam::", {"Ref": "AWS::AccountId"}, ":root"],
        ]
    }
}


def arn(resource: str) -> dict[str, list[str]]:
    return {"Fn::GetAtt": [resource, "Arn"]}


def own(house: House, role: str = ROLE) -> list[dict[str, Any]]:
    """The statements of the role's policy."""
    [policy] = [
        resource["Properties"]
        for resource in house["Resources"].values()
        if resource["Type"] == "AWS::IAM::Policy"
        and resource["Properties"]["Roles"] == [{"Ref": role}]
    ]
    statements: list[dict[str, Any]] = policy["PolicyDocument"]["Statement"]
    return statements


def says(house: House, key: str) -> list[dict[str, Any]]:
    statements: list[dict[str, Any]] = house["Resources"][key]["Properties"]["KeyPolicy"][
        "Statement"
    ]
    return statements


def allow(house: House, *actions: str, on: Any = "*", role: str = ROLE) -> None:
    own(house, role).append({"Effect": "Allow", "Action": list(actions), "Resource": on})


def undeny(house: House, role: str = ROLE) -> None:
    own(house, role)[:] = [said for said in own(house, role) if said["Effect"] == "Allow"]


def delegate(house: House, *actions: str) -> None:
    """As CDK does by default: whatever IAM allows, the key allows."""
    for key in (ADDRESS, FORMER, MAC):
        says(house, key).append(
            {"Effect": "Allow", "Action": list(actions), "Resource": "*", "Principal": ACCOUNT}
        )


def direct_grant(house: House) -> None:
    undeny(house)
    delegate(house, "kms:Decrypt")
    allow(house, "kms:Decrypt", on=arn(ADDRESS))


def all_of_kms(house: House) -> None:
    undeny(house)
    delegate(house, "kms:*")
    allow(house, "kms:*")


def re_encryption(house: House) -> None:
    undeny(house)
    delegate(house, "kms:ReEncrypt*")
    allow(house, "kms:ReEncryptFrom", "kms:ReEncryptTo")


def grant(house: House) -> None:
    undeny(house)
    delegate(house, "kms:CreateGrant")
    allow(house, "kms:CreateGrant", on=arn(ADDRESS))


def new_code(house: House) -> None:
    allow(house, "lambda:UpdateFunctionCode", on=arn("TipsCourierFunction"))


def passed_role(house: House) -> None:
    allow(house, "iam:PassRole", on=arn(COURIER))
    allow(house, "lambda:CreateFunction", "lambda:InvokeFunction")


def trusted(house: House) -> None:
    house["Resources"][COURIER]["Properties"]["AssumeRolePolicyDocument"]["Statement"].append(
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": arn(ROLE)}}
    )


def anyone_of_the_account(house: House) -> None:
    undeny(house)
    says(house, ADDRESS).append(
        {
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": "*",
            "Principal": {"AWS": "*"},
            "Condition": {"StringEquals": {"kms:CallerAccount": {"Ref": "AWS::AccountId"}}},
        }
    )


def all_but(house: House) -> None:
    own(house).append({"Effect": "Allow", "NotAction": ["logs:*", "kms:Decrypt"], "Resource": "*"})


def new_key_policy(house: House) -> None:
    allow(house, "kms:PutKeyPolicy", on=arn(ADDRESS))


def new_trust(house: House) -> None:
    allow(house, "iam:UpdateAssumeRolePolicy", on=arn(COURIER))


def named_by_the_key(house: House) -> None:
    undeny(house)
    says(house, ADDRESS).append(
        {
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": "*",
            "Principal": {"AWS": arn(ROLE)},
        }
    )


def call_of_the_courier(house: House) -> None:
    allow(house, "lambda:InvokeFunction", on=arn("TipsCourierFunction"))


def both_halves(house: House) -> None:
    undeny(house)
    delegate(house, "kms:GenerateMac")
    allow(house, "kms:GenerateMac", on=arn(MAC))


SEES = {"addresses", "cases", "exact"}
"""Whoever becomes the courier reads the vault, too."""
MUTANTS: dict[str, tuple[Change, set[str]]] = {
    "m1": (direct_grant, {"addresses", "exact"}),
    "m2": (all_of_kms, {"addresses", "pseudonyms", "seals", "lines", "files", "exact"}),
    "m3": (re_encryption, {"addresses", "exact"}),
    "m4": (grant, {"addresses", "seals", "exact"}),
    "m5": (new_code, SEES),
    "m6": (passed_role, SEES | {"calls"}),
    "m7": (trusted, SEES),
    "m8": (anyone_of_the_account, {"addresses", "exact"}),
    "m9": (all_but, set(CLAIMS)),
    "m10": (new_key_policy, {"addresses", "seals", "exact"}),
    "m11": (new_trust, SEES),
    "m12": (named_by_the_key, {"addresses", "exact"}),
    "m13": (call_of_the_courier, {"calls", "exact"}),
    "m14": (both_halves, {"pseudonyms", "exact"}),
}
"""Each with the claims that it breaks: these, and no other."""


def new_log_group(house: House) -> None:
    house["Resources"]["Spare"] = {"Type": "AWS::Logs::LogGroup", "Properties": {}}


def new_queue(house: House) -> None:
    house["Resources"]["Spare"] = {"Type": "AWS::SQS::Queue", "Properties": {}}
    allow(house, "sqs:SendMessage", "sqs:ReceiveMessage", on=arn("Spare"))


def new_words(house: House) -> None:
    house["Resources"]["RosterOperatorRole"]["Properties"]["Description"] = "Keeps the roster"


def more_memory(house: House) -> None:
    house["Resources"]["DispatchFunction"]["Properties"]["MemorySize"] = 2048


def more_denied(house: House) -> None:
    own(house).append({"Effect": "Deny", "Action": "*", "Resource": arn("StoresVault")})


def statements_apart(house: House) -> None:
    """The same permissions, written one by one and in another order."""
    own(house)[:] = [
        {**said, "Action": action}
        for said in reversed(own(house))
        for action in (said["Action"] if isinstance(said["Action"], list) else [said["Action"]])
    ]


def inline(house: House) -> None:
    """The same permissions, in the role itself."""
    house["Resources"][ROLE]["Properties"]["Policies"] = [
        {"PolicyName": "own", "PolicyDocument": {"Statement": list(own(house))}}
    ]
    own(house).clear()


def wildcard_on_its_own_logs(house: House) -> None:
    allow(house, "logs:PutLog*", on=arn("DispatchLogs"))


def allowed_in_vain(house: House) -> None:
    """Allowed in one breath and forbidden for good in the next."""
    allow(house, "kms:Decrypt", "kms:PutKeyPolicy", on=arn(ADDRESS))
    own(house).append({"Effect": "Deny", "Action": "kms:P*", "Resource": "*"})


def rewritten_in_vain(house: House) -> None:
    allow(house, "iam:PutRolePolicy", "sts:AssumeRole")
    own(house).append({"Effect": "Deny", "Action": ["iam:*", "sts:*"], "Resource": "*"})


def kept_to_its_own(house: House) -> None:
    """Allowed to scan and to write, and forbidden both by what the Denies leave out."""
    allow(house, "dynamodb:Scan", "dynamodb:PutItem", on=arn("StoresVault"))
    queues = {"Fn::Sub": "arn:${AWS::Partition}:sqs:*"}
    own(house).append({"Effect": "Deny", "Action": "dynamodb:Scan", "NotResource": queues})
    own(house).append(
        {"Effect": "Deny", "NotAction": "dynamodb:Scan", "Resource": arn("StoresVault")}
    )


BENIGN: dict[str, Change] = {
    change.__name__: change
    for change in (
        *(new_log_group, new_queue, new_words, more_memory, more_denied, statements_apart),
        *(inline, wildcard_on_its_own_logs, allowed_in_vain),
        *(rewritten_in_vain, kept_to_its_own),
    )
}
