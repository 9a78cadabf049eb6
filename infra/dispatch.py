"""Who hears of what: it follows the ledger as it grows, each case in its own order."""

import json

from aws_cdk import Duration
from aws_cdk.aws_lambda import CfnEventSourceMapping
from aws_cdk.aws_sqs import Queue, QueueEncryption
from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.nag import acknowledge
from infra.queues import KEPT
from infra.role import GET, QUERY


class Dispatch(HouseFunction):
    """`failures` receives where in the stream a batch lies that failed for good."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores = house.stores
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="dispatch",
            memory_mb=1024,
            timeout_seconds=60,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "CASES_TABLE": stores.cases.table_name,
                "OFFICERS_TABLE": stores.officers.table_name,
                "TIPSTER_OUTBOX": house.tipster_outbox.url,
                "OFFICER_OUTBOX": house.officer_outbox.url,
            },
        )
        self.failures = self._failures(house)
        self._follow(stores.ledger)
        self.role.may(QUERY, on=[stores.cases.table_arn, stores.officers_by_office])
        self.role.may(GET, on=stores.officers.table_arn)
        self.role.may_send_to(house.tipster_outbox, house.officer_outbox)
        house.content.serve(self.role, through=["sqs", "dynamodb"])

    def _failures(self, house: House) -> Queue:
        failures = Queue(
            self,
            "Failures",
            encryption=QueueEncryption.KMS,
            encryption_master_key=house.content.key,
            enforce_ssl=True,
            retention_period=KEPT,
        )
        acknowledge(failures, "SQS3", reason="It is itself where a stream's failures end.")
        house.alarms.ring(
            self,
            "FailuresAlarm",
            metric=failures.metric_approximate_number_of_messages_visible(),
            at_least=1,
            means="Somebody did not hear of a case: replay it while the stream has it, 24 h.",
        )
        return failures

    def _follow(self, stream: str) -> None:
        self.role.may(
            "dynamodb:DescribeStream",
            "dynamodb:GetRecords",
            "dynamodb:GetShardIterator",
            "dynamodb:ListStreams",
            on=stream,
        )
        self.role.may("sqs:SendMessage", on=self.failures.queue_arn)
        mapping = CfnEventSourceMapping(
            self,
            "Ledger",
            function_name=self.function.function_name,
            event_source_arn=stream,
            starting_position="TRIM_HORIZON",
            batch_size=10,
            parallelization_factor=4,
            bisect_batch_on_function_error=True,
            maximum_retry_attempts=10,
            maximum_record_age_in_seconds=Duration.hours(6).to_seconds(),
            function_response_types=["ReportBatchItemFailures"],
            filter_criteria={"filters": [{"pattern": json.dumps({"eventName": ["INSERT"]})}]},
            destination_config={"onFailure": {"destination": self.failures.queue_arn}},
        )
        # Lambda refuses the mapping until the role may read the stream.
        mapping.node.add_dependency(self.role)
