"""The courier, deployed twice: only it turns a sealed address into a WhatsApp message."""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk.aws_dynamodb import Table
from aws_cdk.aws_logs import FilterPattern, MetricFilter
from aws_cdk.aws_secretsmanager import Secret
from constructs import Construct

from infra.function import COURIER_TIMEOUT_SECONDS, HouseFunction, graph
from infra.house import House
from infra.keys import IdentityKeys
from infra.queues import Line
from infra.role import DELETE, GET, PUT, SCAN, UPDATE

AT_ONCE = 8
"""Batches in flight: a WhatsApp number sends 80 messages a second, one takes about 100 ms."""


class Courier(HouseFunction):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        house: House,
        phone_number_id: str,
        token: Secret,
        keys: IdentityKeys,
        outbox: Line,
        deliveries: Table,
        environment: Mapping[str, str],
    ) -> None:
        message_ref = house.credentials.message_ref
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="courier",
            memory_mb=1024,
            timeout_seconds=COURIER_TIMEOUT_SECONDS,
            environment={
                **graph(house.stage, phone_number_id, token),
                "MESSAGE_REF_SECRET": message_ref.secret_arn,
                "ADDRESS_KEYS": keys.opening,
                "DELIVERIES_TABLE": deliveries.table_name,
                "OUTBOX": outbox.url,
                **environment,
            },
        )
        self.reads(outbox, at_once=AT_ONCE)
        self.role.may("sqs:ChangeMessageVisibility", on=outbox.arn)
        self.role.may_read(token, message_ref)
        self.role.may(GET, PUT, UPDATE, DELETE, on=deliveries.table_arn)
        self._watch_refusals(house)

    def _watch_refusals(self, house: House) -> None:
        """Ring where Meta refuses for a reason that only an operator can mend."""
        refusals = MetricFilter(
            self,
            "Refused",
            log_group=self.logs,
            filter_pattern=FilterPattern.string_value("$.event", "=", "refused_alarm"),
            metric_namespace=f"SatarkMitra/{house.stage.name}",
            metric_name=f"{self.node.id}Refusals",
        )
        house.alarms.ring(
            self,
            "Refusals",
            metric=refusals.metric(statistic="Sum", period=Duration.minutes(5)),
            at_least=1,
            means="Meta refuses this number's messages: the log group has the code.",
        )


class TipsCourier(Courier):
    """It reads an address, ends it, puts it under the next key, and copies its tag to block."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        vault, blocks = house.stores.vault, house.stores.blocks
        super().__init__(
            scope,
            construct_id,
            house=house,
            phone_number_id=house.stage.tips_phone_number_id,
            token=house.credentials.tips_token,
            keys=house.tips,
            outbox=house.tipster_outbox,
            deliveries=house.stores.tip_deliveries,
            environment={"VAULT_TABLE": vault.table_name, "BLOCKS_TABLE": blocks.table_name},
        )
        self.role.may(GET, UPDATE, DELETE, SCAN, on=vault.table_arn)
        self.role.may(PUT, DELETE, on=blocks.table_arn)
        house.content.serve(self.role, through=["sqs", "dynamodb"])


class OfficersCourier(Courier):
    """It reads the roster, and the media that it uploads to WhatsApp."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        officers = house.stores.officers
        super().__init__(
            scope,
            construct_id,
            house=house,
            phone_number_id=house.stage.officers_phone_number_id,
            token=house.credentials.officers_token,
            keys=house.officers,
            outbox=house.officer_outbox,
            deliveries=house.stores.officer_deliveries,
            environment={
                "OFFICERS_TABLE": officers.table_name,
                "EVIDENCE_BUCKET": house.evidence.bucket.bucket_name,
            },
        )
        self.role.may(GET, on=officers.table_arn)
        house.evidence.let_fetch_kept(self.role)
        house.content.serve(self.role, through=["sqs", "dynamodb", "s3"])
