"""The tables. What must be forgotten has neither stream nor backup, and every such item expires."""

from typing import cast

from aws_cdk import RemovalPolicy
from aws_cdk.aws_dynamodb import (
    Attribute,
    AttributeType,
    BillingMode,
    PointInTimeRecoverySpecification,
    ProjectionType,
    StreamViewType,
    Table,
    TableEncryption,
)
from aws_cdk.aws_iam import AnyPrincipal, Effect, PolicyDocument, PolicyStatement
from aws_cdk.aws_kms import IKey
from constructs import Construct

from infra.nag import acknowledge

EXPIRES = "expires"
COPIES = [
    "dynamodb:CreateBackup",
    "dynamodb:EnableKinesisStreamingDestination",
    "dynamodb:ExportTableToPointInTime",
    "dynamodb:RestoreTableToPointInTime",
    "dynamodb:UpdateContinuousBackups",
    "dynamodb:UpdateContributorInsights",
]
"""Every way to a copy, and to a list of the keys that are asked for most."""


class Stores(Construct):
    def __init__(
        self, scope: Construct, construct_id: str, *, key: IKey, removal_policy: RemovalPolicy
    ) -> None:
        super().__init__(scope, construct_id)
        self._key, self._removal_policy = key, removal_policy
        self.sessions = self._forgetful("Sessions", "session")
        self.receipts = self._forgetful("Receipts", "receipt")
        self.vault = self._forgetful("Vault", "handle")
        self.blocks = self._forgetful("Blocks", "handle")
        self.tip_deliveries = self._forgetful("TipDeliveries", "id")
        self.desks = self._forgetful("Desks", "officer_id")
        self.officer_deliveries = self._forgetful("OfficerDeliveries", "id")
        self.officer_deliveries.add_global_secondary_index(
            index_name="by-officer", partition_key=_text("officer_id"), sort_key=_text("at")
        )
        self.cases = self._lasting("Cases", "case_id", sort_key=_number("seq"), streamed=True)
        self.cases.add_global_secondary_index(
            index_name="by-subject",
            partition_key=_text("subject"),
            sort_key=_text("at"),
            projection_type=ProjectionType.KEYS_ONLY,
        )
        self.heads = self._lasting("Heads", "case_id")
        self.heads.add_global_secondary_index(
            index_name="by-due",
            partition_key=_text("due_shard"),
            sort_key=_text("due"),
            projection_type=ProjectionType.KEYS_ONLY,
        )
        self.ledger = cast("str", self.cases.table_stream_arn)
        self.officers = self._lasting("Officers", "officer_id")
        self.officers.add_global_secondary_index(
            index_name="by-office", partition_key=_text("office"), sort_key=_number("position")
        )
        self.officers.add_global_secondary_index(
            index_name="by-pseudonym", partition_key=_text("pseudonym")
        )

        self.mailings = self._lasting("Mailings", "mailing")
        self.cases_by_subject = f"{self.cases.table_arn}/index/by-subject"
        self.heads_by_due = f"{self.heads.table_arn}/index/by-due"
        self.officers_by_office = f"{self.officers.table_arn}/index/by-office"
        self.officers_by_pseudonym = f"{self.officers.table_arn}/index/by-pseudonym"
        self.officer_deliveries_by_officer = f"{self.officer_deliveries.table_arn}/index/by-officer"

    def _forgetful(self, construct_id: str, partition_key: str) -> Table:
        table = Table(
            self,
            construct_id,
            partition_key=_text(partition_key),
            time_to_live_attribute=EXPIRES,
            billing_mode=BillingMode.PAY_PER_REQUEST,
            encryption=TableEncryption.CUSTOMER_MANAGED,
            encryption_key=self._key,
            removal_policy=self._removal_policy,
            resource_policy=_uncopied(),
        )
        acknowledge(table, "DDB3", reason="A backup would remember what it is to forget.")
        return table

    def _lasting(
        self,
        construct_id: str,
        partition_key: str,
        *,
        sort_key: Attribute | None = None,
        streamed: bool = False,
    ) -> Table:
        return Table(
            self,
            construct_id,
            partition_key=_text(partition_key),
            sort_key=sort_key,
            stream=StreamViewType.NEW_IMAGE if streamed else None,
            point_in_time_recovery_specification=PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            deletion_protection=self._removal_policy is RemovalPolicy.RETAIN,
            billing_mode=BillingMode.PAY_PER_REQUEST,
            encryption=TableEncryption.CUSTOMER_MANAGED,
            encryption_key=self._key,
            removal_policy=self._removal_policy,
        )


def _uncopied() -> PolicyDocument:
    """Nobody in the account, whatever IAM allows them, copies what is to be forgotten."""
    return PolicyDocument(
        statements=[
            PolicyStatement(
                sid="NeverCopied",
                effect=Effect.DENY,
                principals=[AnyPrincipal()],
                actions=COPIES,
                resources=["*"],
            )
        ]
    )


def _text(name: str) -> Attribute:
    return Attribute(name=name, type=AttributeType.STRING)


def _number(name: str) -> Attribute:
    return Attribute(name=name, type=AttributeType.NUMBER)
