"""One topic to which every alarm of the house speaks."""

from aws_cdk.aws_cloudwatch import Alarm, ComparisonOperator, Metric, TreatMissingData
from aws_cdk.aws_cloudwatch_actions import SnsAction
from aws_cdk.aws_sns import Topic
from aws_cdk.aws_sns_subscriptions import EmailSubscription
from constructs import Construct


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
