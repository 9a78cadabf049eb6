"""Where the lake lies, and the seals by which anybody can tell whether the ledger is what it was.

The lake has a key of its own: who counts in it needs no right to the key of the cases. The seals
have none, for whoever ended such a key would end them; they hold case numbers and hashes.
"""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_s3 import LifecycleRule, ObjectLockRetention
from constructs import Construct

from infra.bucket import HouseBucket
from infra.keys import ContentKey
from infra.retention import Retention
from infra.role import OwnRole

LANDING, COMPACTED, DAILY = "events/landing/", "events/compacted/", "daily/"
SEALS = "seals/"
RESULTS, REPORTS = "results/", "reports/"
DAYS = "A day's objects are named by their content: a prefix is as narrow as a role can be."
SHELVED = "A report's objects are named by its office and period."
ANSWERS = "Athena names an answer's object by the question, which nobody knows before."


class LakeStores(Construct):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        retention: Retention,
        removal_policy: RemovalPolicy,
    ) -> None:
        super().__init__(scope, construct_id)
        self.content = ContentKey(self, "Content", removal_policy=removal_policy)
        self.bucket = HouseBucket(
            self,
            "Bucket",
            key=self.content.key,
            removal_policy=removal_policy,
            lifecycle_rules=[
                LifecycleRule(prefix=RESULTS, expiration=Duration.days(7)),
                LifecycleRule(prefix=REPORTS, expiration=retention.reports),
            ],
        )
        self.seals = HouseBucket(
            self,
            "SealsBucket",
            lock=_lock(retention.seals, removal_policy),
            removal_policy=removal_policy,
            lifecycle_rules=[
                LifecycleRule(
                    expiration=retention.seals, noncurrent_version_expiration=Duration.days(1)
                )
            ],
        )

    def let_land(self, role: OwnRole) -> None:
        self.bucket.let(role, "s3:PutObject", under=LANDING, reason=DAYS)
        self.content.serve(role, through=["s3"])

    def let_compact(self, role: OwnRole) -> None:
        self.bucket.let(role, "s3:GetObject", "s3:DeleteObject", under=LANDING, reason=DAYS)
        self.bucket.let(role, "s3:GetObject", "s3:PutObject", under=COMPACTED, reason=DAYS)
        self.bucket.let(role, "s3:PutObject", under=DAILY, reason=DAYS)
        # It also makes S3 answer "not there" instead of "not allowed" for a day's first Parquet.
        role.may("s3:ListBucket", on=self.bucket.bucket_arn)
        self.content.serve(role, through=["s3"])

    def let_ask(self, role: OwnRole) -> None:
        """What Athena reads and writes, it does by the rights of whoever asks."""
        self.bucket.let(role, "s3:GetObject", under=LANDING, reason=DAYS)
        self.bucket.let(role, "s3:GetObject", under=COMPACTED, reason=DAYS)
        self.bucket.let(role, "s3:GetObject", "s3:PutObject", under=RESULTS, reason=ANSWERS)
        role.may("s3:ListBucket", "s3:GetBucketLocation", on=self.bucket.bucket_arn)
        self.content.serve(role, through=["s3"])

    def let_shelve(self, role: OwnRole) -> None:
        self.bucket.let(role, "s3:PutObject", under=REPORTS, reason=SHELVED)

    def let_hand_out_reports(self, role: OwnRole) -> None:
        """Whoever has a link reads by the rights of the role that signed it."""
        self.bucket.let(role, "s3:GetObject", under=REPORTS, reason=SHELVED)

    def let_seal(self, role: OwnRole) -> None:
        self.seals.let(role, "s3:PutObject", under=SEALS, reason=DAYS)


def _lock(days: Duration, removal_policy: RemovalPolicy) -> ObjectLockRetention:
    """For nobody to undo; where a stack's end is the data's end, an administrator can."""
    if removal_policy is RemovalPolicy.RETAIN:
        return ObjectLockRetention.compliance(days)
    return ObjectLockRetention.governance(days)
