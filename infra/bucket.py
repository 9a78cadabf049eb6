"""A bucket of the house: private, encrypted, spoken to over TLS alone."""

from collections.abc import Sequence
from typing import cast

from aws_cdk import CfnElement, Duration, RemovalPolicy, Stack
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_s3 import (
    BlockPublicAccess,
    Bucket,
    BucketEncryption,
    LifecycleRule,
    ObjectLockRetention,
    ObjectOwnership,
)
from constructs import Construct

from infra.nag import acknowledge
from infra.role import OwnRole


class HouseBucket(Bucket):
    """Without a `key` it is encrypted under S3's own; with a `lock` its objects have versions."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        removal_policy: RemovalPolicy,
        lifecycle_rules: Sequence[LifecycleRule],
        key: IKey | None = None,
        lock: ObjectLockRetention | None = None,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            encryption=BucketEncryption.KMS if key else BucketEncryption.S3_MANAGED,
            encryption_key=key,
            bucket_key_enabled=True if key else None,
            enforce_ssl=True,
            block_public_access=BlockPublicAccess.BLOCK_ALL,
            object_ownership=ObjectOwnership.BUCKET_OWNER_ENFORCED,
            object_lock_enabled=True if lock else None,
            object_lock_default_retention=lock,
            versioned=True if lock else None,
            removal_policy=removal_policy,
            lifecycle_rules=[
                *lifecycle_rules,
                LifecycleRule(abort_incomplete_multipart_upload_after=Duration.days(1)),
            ],
        )
        acknowledge(
            self,
            "S1",
            reason="Server access logs carry callers' addresses; CloudTrail's data events do not "
            "need a second bucket of them (docs/deploy.md).",
        )

    def let(self, role: OwnRole, *actions: str, under: str, reason: str) -> None:
        """Allow the actions on every object whose key begins with `under`."""
        role.may(*actions, on=self.arn_for_objects(f"{under}*"))
        own_id = Stack.of(self).get_logical_id(cast("CfnElement", self.node.default_child))
        acknowledge(role, f"IAM5[Resource::<{own_id}.Arn>/{under}*]", reason=reason)
