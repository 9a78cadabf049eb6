"""The ledger as rows that name nobody: it follows the stream beside dispatch, at its own pace."""

from aws_cdk import Duration
from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.ledger_stream import failures_of, follow_ledger

AT_A_TIME = 500
WAITS = Duration.minutes(1)
"""A minute's events in one object: S3 asks for money by the object."""


class Lake(HouseFunction):
    """`failures` receives where in the stream a batch lies that failed for good."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="lake",
            memory_mb=512,
            timeout_seconds=60,
            layers=[house.layers.lake, house.layers.range],
            environment={
                **police_range(),
                "LAKE_BUCKET": house.lake.bucket.bucket_name,
            },
        )
        self.failures = failures_of(self, house=house, means="Something is not counted")
        follow_ledger(self, house=house, failures=self.failures, batch_size=AT_A_TIME, wait=WAITS)
        house.lake.let_land(self.role)
        house.content.serve(self.role, through=["sqs", "dynamodb"])
