"""The bucket of cleaned media, and of what could not be cleaned: each prefix has its readers."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_iam import AnyPrincipal, Effect, PolicyStatement
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_s3 import LifecycleRule
from constructs import Construct

from infra.bucket import HouseBucket
from infra.retention import Retention
from infra.role import OwnRole


class Evidence(Construct):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        key: IKey,
        protected: IKey,
        retention: Retention,
        removal_policy: RemovalPolicy,
    ) -> None:
        super().__init__(scope, construct_id)
        self.bucket = HouseBucket(
            self,
            "Bucket",
            key=key,
            removal_policy=removal_policy,
            lifecycle_rules=[
                LifecycleRule(prefix="draft/", expiration=retention.drafts),
                LifecycleRule(prefix="kept/", expiration=retention.evidence),
                LifecycleRule(prefix="protected/", expiration=retention.evidence),
                LifecycleRule(prefix="quarantine/", expiration=retention.quarantine),
            ],
        )
        self._take_only_under(protected, "protected/", "quarantine/")

    def let_keep_drafts(self, role: OwnRole) -> None:
        """And take them out again, to file them or to let them go."""
        self._let(role, "s3:PutObject", "s3:GetObject", "s3:DeleteObject", prefix="draft/")

    def let_keep(self, role: OwnRole) -> None:
        for prefix in ("kept/", "protected/", "quarantine/"):
            self._let(role, "s3:PutObject", prefix=prefix)

    def let_fetch_kept(self, role: OwnRole) -> None:
        self._let(role, "s3:GetObject", prefix="kept/")

    def let_pass_transcripts(self, role: OwnRole) -> None:
        """Transcribe writes them in the role of who asked; whatever is not read in a day goes."""
        self._let(role, "s3:PutObject", "s3:GetObject", "s3:DeleteObject", prefix="transcripts/")
        self.bucket.add_lifecycle_rule(prefix="transcripts/", expiration=Duration.days(1))

    def let_open_protected(self, role: OwnRole) -> None:
        self._let(role, "s3:GetObject", prefix="protected/")

    def _take_only_under(self, key: IKey, *prefixes: str) -> None:
        """Refuse, whoever asks, a file that would lie here under another key."""
        named = "s3:x-amz-server-side-encryption-aws-kms-key-id"
        self.bucket.add_to_resource_policy(
            PolicyStatement(
                effect=Effect.DENY,
                principals=[AnyPrincipal()],
                actions=["s3:PutObject"],
                resources=[self.bucket.arn_for_objects(f"{prefix}*") for prefix in prefixes],
                conditions={"StringNotEquals": {named: key.key_arn}},
            )
        )

    def _let(self, role: OwnRole, *actions: str, prefix: str) -> None:
        self.bucket.let(
            role,
            *actions,
            under=prefix,
            reason="Objects have random names: a prefix is as narrow as a role can be.",
        )
