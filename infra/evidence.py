"""The bucket of cleaned media, and of what could not be cleaned: each prefix has its readers."""

from typing import cast

from aws_cdk import CfnElement, Duration, RemovalPolicy, Stack
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_s3 import (
    BlockPublicAccess,
    Bucket,
    BucketEncryption,
    LifecycleRule,
    ObjectOwnership,
)
from constructs import Construct

from infra.nag import acknowledge
from infra.retention import Retention
from infra.role import OwnRole


class Evidence(Construct):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        key: IKey,
        retention: Retention,
        removal_policy: RemovalPolicy,
    ) -> None:
        super().__init__(scope, construct_id)
        self.bucket = Bucket(
            self,
            "Bucket",
            encryption=BucketEncryption.KMS,
            encryption_key=key,
            bucket_key_enabled=True,
            enforce_ssl=True,
            block_public_access=BlockPublicAccess.BLOCK_ALL,
            object_ownership=ObjectOwnership.BUCKET_OWNER_ENFORCED,
            removal_policy=removal_policy,
            lifecycle_rules=[
                LifecycleRule(prefix="draft/", expiration=retention.drafts),
                LifecycleRule(prefix="kept/", expiration=retention.evidence),
                LifecycleRule(prefix="protected/", expiration=retention.evidence),
                LifecycleRule(prefix="quarantine/", expiration=retention.quarantine),
                LifecycleRule(abort_incomplete_multipart_upload_after=Duration.days(1)),
            ],
        )

        acknowledge(
            self.bucket,
            "S1",
            reason="Server access logs carry callers' addresses; CloudTrail's data events do not "
            "need a second bucket of them (docs/deploy.md).",
        )

    def let_keep_drafts(self, role: OwnRole) -> None:
        """And take them out again, to file them or to let them go."""
        for action in ("s3:PutObject", "s3:GetObject", "s3:DeleteObject"):
            self._let(role, action, "draft/*")

    def let_keep(self, role: OwnRole) -> None:
        for prefix in ("kept/*", "protected/*", "quarantine/*"):
            self._let(role, "s3:PutObject", prefix)

    def let_fetch_kept(self, role: OwnRole) -> None:
        self._let(role, "s3:GetObject", "kept/*")

    def _let(self, role: OwnRole, action: str, prefix: str) -> None:
        role.may(action, on=self.bucket.arn_for_objects(prefix))
        bucket = Stack.of(self).get_logical_id(cast("CfnElement", self.bucket.node.default_child))
        acknowledge(
            role,
            f"IAM5[Resource::<{bucket}.Arn>/{prefix}]",
            reason="Objects have random names: a prefix is as narrow as a role can be.",
        )
