"""Each morning: the reports that are due, by e-mail to the range office and the SP offices.

It looks three times: what is sent is not sent again, and what a run left that was killed goes out.
"""

import tomllib

from aws_cdk import Aws
from constructs import Construct

from infra.bundle import ROOT
from infra.function import HouseFunction, police_range
from infra.house import House
from infra.role import DELETE, PUT, UPDATE
from infra.schedule import Schedule


class Reports(HouseFunction):
    """Which of a week, a fortnight and a month ended the day before, the function itself tells."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        sender = house.stage.report_sender
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="reports",
            memory_mb=512,
            timeout_seconds=900,
            layers=[house.layers.reports, house.layers.range],
            environment={
                **police_range(),
                "WORKGROUP": house.catalogue.workgroup.name,
                "DATABASE": house.catalogue.database_name,
                "MAILINGS_TABLE": house.stores.mailings.table_name,
                "LAKE_BUCKET": house.lake.bucket.bucket_name,
                "TYPEFACES": "/opt/typefaces",
                "SENDER": sender,
            },
        )
        self.schedule = Schedule(
            self,
            "Clock",
            alarms=house.alarms,
            function=self.function,
            when=f"cron(0,20,40 {_hour(house)} * * ? *)",
            missing_means="A report was not sent: run it for its period (docs/deploy.md).",
        )
        house.alarms.ring(
            self,
            "Missed",
            metric=self.function.metric_errors(),
            at_least=1,
            means="A report was not made or not sent at once: read its log group (docs/deploy.md).",
        )
        house.alarms.ring_unless_daily(
            self,
            "NotRun",
            function=self.function,
            means="Nobody looked for a day which reports are due: is the schedule enabled?",
        )
        house.catalogue.let_ask(self.role)
        house.lake.let_ask(self.role)
        house.lake.let_shelve(self.role)
        self.role.may(PUT, UPDATE, DELETE, on=house.stores.mailings.table_arn)
        self.role.may("ses:SendEmail", "ses:SendRawEmail", on=[*map(_identity, _names(sender))])
        house.content.serve(self.role, through=["dynamodb"])


def _hour(house: House) -> int:
    """On the wall clock in India, by the range."""
    file = ROOT / house.stage.range_folder / "range.toml"
    return int(tomllib.loads(file.read_text("utf-8"))["reports"]["hour"])


def _names(sender: str) -> tuple[str, str]:
    """SES may know the address, or its whole domain."""
    return sender, sender.partition("@")[2]


def _identity(name: str) -> str:
    return f"arn:{Aws.PARTITION}:ses:{Aws.REGION}:{Aws.ACCOUNT_ID}:identity/{name}"
