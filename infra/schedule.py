"""A clock that wakes one function, in a role that can do nothing else."""

from aws_cdk import Duration, Stack
from aws_cdk.aws_iam import ServicePrincipal
from aws_cdk.aws_lambda import Function
from aws_cdk.aws_scheduler import CfnSchedule
from constructs import Construct

from infra.alarms import Alarms
from infra.role import OwnRole


class Schedule(Construct):
    """`when` is a rate, or a cron on the wall clock in India.

    https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        alarms: Alarms,
        function: Function,
        when: str,
        missing_means: str,
    ) -> None:
        super().__init__(scope, construct_id)
        ours = {"StringEquals": {"aws:SourceAccount": Stack.of(self).account}}
        scheduler = ServicePrincipal("scheduler.amazonaws.com", conditions=ours)
        self.role = OwnRole(self, "Role", assumed_by=scheduler)
        self.role.may("lambda:InvokeFunction", on=function.function_arn)
        CfnSchedule(
            self,
            "Schedule",
            flexible_time_window={"mode": "OFF"},
            schedule_expression=when,
            schedule_expression_timezone="Asia/Kolkata",
            target={"arn": function.function_arn, "roleArn": self.role.role_arn},
        )
        alarms.ring(
            self,
            "DroppedAlarm",
            metric=function.metric("AsyncEventsDropped", period=Duration.minutes(5)),
            at_least=1,
            means=missing_means,
        )
