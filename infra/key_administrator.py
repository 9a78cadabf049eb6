"""Who may stop a key and destroy it, and never uses it."""

from aws_cdk import Duration
from aws_cdk.aws_iam import AccountRootPrincipal
from constructs import Construct

from infra.role import OwnRole

ADMINISTER = [
    "kms:CancelKeyDeletion",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListResourceTags",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
]
"""To watch a key, to stop it and to destroy it: never to use it, nor to say who may."""


class KeyAdministrator(Construct):
    """Whom a person with a second factor becomes to stop or destroy a key: docs/keys.md."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.role = OwnRole(
            self,
            "Role",
            assumed_by=AccountRootPrincipal().with_conditions(
                {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
            ),
            max_session_duration=Duration.hours(1),
            description="Watches, stops and destroys the identity keys, and never uses them",
        )
