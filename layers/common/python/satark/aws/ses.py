"""E-mail by SES v2, as whole messages: a report has pictures and files in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client


class SesMailer:
    """https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html."""

    def __init__(self, client: "SESV2Client") -> None:
        self._client = client

    def send(self, message: bytes, *, sender: str, to: Sequence[str]) -> None:
        self._client.send_email(
            FromEmailAddress=sender,
            Destination={"ToAddresses": list(to)},
            Content={"Raw": {"Data": message}},
        )
