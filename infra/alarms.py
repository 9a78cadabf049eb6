"""One topic to which every alarm of the house speaks."""

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import Alarm, ComparisonOperator, Metric, TreatMissingData
from aws_cdk.aws_cloudwatch_actions import SnsAction
from aws_cdk.aws_lambda import Function
from aws_cdk.aws_sns import Topic
from aws_cdk.aws_sns_subscriptions import EmailSubscription
from constructs import Construct

LATE_HOURS = 26
"""Without a run of what should run once a day: a day, and room for a run that comes later."""


class Alarms(Construct):
    def __init__(self, scope: Construct, construct_id: str, *, email: str) -> None:
        super().__init__(scope, construct_id)
        self.topic = Topic(self, "Topic", enforce_ssl=True)
        if email:
            self.topic.add_subscription(EmailSubscription(email))

    def ring(
        self, scope: Construct, construct_id: str, *, metric: Metric, at_least: float, means: str
    ) -> None:
        """Ring as soon as one period of the metric reaches `at_least`; silence is good news."""
        alarm = Alarm(
            scope,
            construct_id,
            metric=metric,
            threshold=at_least,
            evaluation_periods=1,
            comparison_operator=ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=TreatMissingData.NOT_BREACHING,
            alarm_description=means,
        )
        alarm.add_alarm_action(SnsAction(self.topic))

    def ring_unless_daily(
        self, scope: Construct, construct_id: str, *, function: Function, means: str
    ) -> None:
        """Ring where nothing has woken the function for a day: here silence is bad news.

        A run that fails is counted as a run, and rings elsewhere.
        """
        alarm = Alarm(
            scope,
            construct_id,
            metric=function.metric_invocations(period=Duration.hours(1)),
            threshold=1,
            evaluation_periods=LATE_HOURS,
            comparison_operator=ComparisonOperator.LESS_THAN_THRESHOLD,
            treat_missing_data=TreatMissingData.BREACHING,
            alarm_description=means,
        )
        alarm.add_alarm_action(SnsAction(self.topic))
