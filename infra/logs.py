"""A log group of the house: kept as long as the range says, and masked by CloudWatch itself.

The code logs no identity; should a line hold one all the same, it is masked as it is written. AWS
has no identifier of its own for Indian telephone numbers, nor for Meta's ids: those are ours.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-custom-data-identifiers.html
"""

from aws_cdk.aws_logs import CustomDataIdentifier, DataIdentifier, DataProtectionPolicy, LogGroup
from constructs import Construct

from infra.house import House

OURS = {
    "IndianMobile": r"[6-9]\d{4}[ -]?\d{5}",
    "WhatsAppUserId": r"[A-Z][A-Z]\.\d{8,20}",
    "WhatsAppMessageId": r"wamid\.[A-Za-z0-9+/=_-]{16,}",
    "SealedAddress": r"AQIC[A-Za-z0-9+/=_-]{60,}",
}
"""An Indian mobile number has ten digits, the first from 6 to 9, with or without +91 before it."""
THEIRS = ("EmailAddress", "IpAddress", "LatLong", "AwsSecretKey")


class Logs(LogGroup):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        super().__init__(
            scope,
            construct_id,
            retention=house.retention.logs,
            removal_policy=house.stage.removal_policy,
            data_protection_policy=DataProtectionPolicy(
                name="no-identity",
                description="Masks what the code must not log",
                identifiers=[
                    *(CustomDataIdentifier(name, regex) for name, regex in OURS.items()),
                    *(DataIdentifier(name) for name in THEIRS),
                ],
            ),
        )
