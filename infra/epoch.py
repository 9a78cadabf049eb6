"""The role in which an operator ends a month's key: it asks the courier, and counts with it."""

from aws_cdk import Duration
from aws_cdk.aws_iam import AccountRootPrincipal
from aws_cdk.aws_logs import LogGroup
from constructs import Construct

from infra.house import House
from infra.role import OwnRole


class Epoch(Construct):
    """`queues` are the URLs of all queues in which a sealed address may wait."""

    def __init__(
        self, scope: Construct, construct_id: str, *, house: House, courier_logs: LogGroup
    ) -> None:
        super().__init__(scope, construct_id)
        self.role = OwnRole(
            self,
            "Role",
            assumed_by=AccountRootPrincipal(),
            max_session_duration=Duration.hours(1),
            description="Has the tips courier seal addresses under the present key",
        )
        lines = (house.tips_line, house.tipster_outbox)
        queues = [queue for line in lines for queue in (line.queue, line.dead_letters)]
        self.queues = " ".join(queue.queue_url for queue in queues)
        self.role.may_send_to(house.tipster_outbox)
        self.role.may("sqs:GetQueueAttributes", on=[queue.queue_arn for queue in queues])
        if former := [key.key_arn for key in house.tips.former]:
            self.role.may("kms:DescribeKey", on=former)
        self.role.may("logs:FilterLogEvents", on=courier_logs.log_group_arn)
        house.content.serve(self.role, through=["sqs"])
