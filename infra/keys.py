"""The keys of the house. Who may use an identity key is said by the key itself, room by room."""

from collections.abc import Mapping, Sequence
from typing import Any

from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_iam import AccountRootPrincipal, PolicyDocument, PolicyStatement
from aws_cdk.aws_kms import Key, KeySpec, KeyUsage
from constructs import Construct

from infra.key_administrator import ADMINISTER, KeyAdministrator
from infra.role import OwnRole

DEPLOY = [
    "kms:DescribeKey",
    "kms:DisableKeyRotation",
    "kms:EnableKeyRotation",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateKeyDescription",
]
"""What CloudFormation calls to make a key and to follow a change of the template."""
OPENING = ["kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:CreateGrant"]
FOR_A_REPLY = {"StringEquals": {"kms:EncryptionContext:purpose": "reply"}}


class IdentityKeys(Construct):
    """One WhatsApp number's keys: `mac` makes pseudonyms, `address` seals reply addresses.

    With `epochs` the latter is made anew for each, the present one first; the others are `former`.
    No IAM policy alone lets anyone use them: each use is granted to one named role, in the key's
    policy and in the role's.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        administrator: KeyAdministrator,
        removal_policy: RemovalPolicy,
        epochs: Sequence[str] = (),
    ) -> None:
        super().__init__(scope, construct_id)
        self.mac = Key(
            self,
            "MacKey",
            key_spec=KeySpec.HMAC_256,
            key_usage=KeyUsage.GENERATE_VERIFY_MAC,
            policy=administered(administrator, removal_policy),
            removal_policy=removal_policy,
        )
        self._administrator, self._removal_policy = administrator, removal_policy
        self._renewed = bool(epochs)
        self.address, *self.former = [self._address_key(epoch) for epoch in epochs or ("",)]

    @property
    def opening(self) -> str:
        """The ids of the keys that open addresses, the present one first."""
        return " ".join(key.key_id for key in (self.address, *self.former))

    def hand_out(
        self, *, to_seal: Sequence[OwnRole], to_open: OwnRole, among: Sequence[OwnRole]
    ) -> None:
        """Let these seal and that one open, and forbid it to everyone else among these roles."""
        for role in among:
            if role in to_seal:
                let(role, "kms:GenerateMac", key=self.mac)
                let(role, "kms:Encrypt", key=self.address, when=FOR_A_REPLY)
            else:
                role.must_not("kms:GenerateMac", "kms:VerifyMac", on=self.mac.key_arn)
            if role is to_open:
                self._let_open(role)
            else:
                role.must_not(*OPENING, on=[key.key_arn for key in (self.address, *self.former)])

    def _let_open(self, role: OwnRole) -> None:
        """And seal again, under the present key, what a former one sealed: unopened."""
        for key in (self.address, *self.former):
            let(role, "kms:Decrypt", key=key, when=FOR_A_REPLY)
        for key in self.former:
            let(role, "kms:ReEncryptFrom", key=key, when=FOR_A_REPLY)
        if self._renewed:
            let(role, "kms:ReEncryptTo", key=self.address, when=FOR_A_REPLY)

    def _address_key(self, epoch: str) -> Key:
        return Key(
            self,
            f"AddressKey{epoch.replace('-', '')}",
            enable_key_rotation=True,
            policy=administered(self._administrator, self._removal_policy),
            removal_policy=self._removal_policy,
        )


class ContentKey(Construct):
    """A key of what is told: that of tables, queues and evidence, and that of the lake.

    It guards no identity, so that IAM may rule it: CloudFormation creates tables under it, and an
    operator who redrives a queue uses it.
    """

    def __init__(
        self, scope: Construct, construct_id: str, *, removal_policy: RemovalPolicy
    ) -> None:
        super().__init__(scope, construct_id)
        self.key = Key(self, "Key", enable_key_rotation=True, removal_policy=removal_policy)

    def serve(self, role: OwnRole, *, through: Sequence[str]) -> None:
        """Let the role's calls to these services use the key, and no call of its own."""
        region = Stack.of(self).region
        services = [f"{service}.{region}.amazonaws.com" for service in through]
        role.may(
            "kms:Decrypt",
            "kms:GenerateDataKey",
            on=self.key.key_arn,
            when={"StringEquals": {"kms:ViaService": services}},
        )


def administered(administrator: KeyAdministrator, removal_policy: RemovalPolicy) -> PolicyDocument:
    # Where a stack's end is the key's end, CloudFormation must be able to end it.
    retained = removal_policy is RemovalPolicy.RETAIN
    deploy = DEPLOY if retained else [*DEPLOY, "kms:ScheduleKeyDeletion"]
    return PolicyDocument(
        statements=[
            PolicyStatement(sid=sid, principals=[principal], actions=actions, resources=["*"])
            for sid, principal, actions in (
                ("AdministerNeverUse", administrator.role, ADMINISTER),
                ("DeployNeverUse", AccountRootPrincipal(), deploy),
            )
        ]
    )


def let(role: OwnRole, action: str, *, key: Key, when: Mapping[str, Any] | None = None) -> None:
    role.may(action, on=key.key_arn, when=when)
    key.add_to_resource_policy(
        PolicyStatement(principals=[role], actions=[action], resources=["*"], conditions=when)
    )
