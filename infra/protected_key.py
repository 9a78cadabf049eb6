"""The key of files that may show a woman or a child who was wronged."""

from collections.abc import Sequence

from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_kms import Key
from constructs import Construct

from infra.key_administrator import KeyAdministrator
from infra.keys import OPENING, administered, let
from infra.role import OwnRole


class ProtectedKey(Construct):
    """Who files such a file can encrypt it under this key, through S3, and not read it again.

    One function can decrypt, and hands out a file only where two people have agreed on it.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        administrator: KeyAdministrator,
        removal_policy: RemovalPolicy,
    ) -> None:
        super().__init__(scope, construct_id)
        self.key = Key(
            self,
            "Key",
            enable_key_rotation=True,
            policy=administered(administrator, removal_policy),
            removal_policy=removal_policy,
        )

    def hand_out(
        self, *, to_store: Sequence[OwnRole], to_open: OwnRole, among: Sequence[OwnRole]
    ) -> None:
        """Let these store and that one open, and forbid it to everyone else among these roles."""
        s3 = {"StringEquals": {"kms:ViaService": f"s3.{Stack.of(self).region}.amazonaws.com"}}
        for role in to_store:
            let(role, "kms:GenerateDataKey", key=self.key, when=s3)
        let(to_open, "kms:Decrypt", key=self.key, when=s3)
        for role in among:
            if role is not to_open:
                role.must_not(*OPENING, on=self.key.key_arn)
