"""How long SQS keeps a message that could not be handled out of sight."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class SqsPauses:
    def __init__(self, client: "SQSClient", *, queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def hide(self, receipts: Sequence[str], seconds: int) -> None:
        """At most ten, as many as a batch holds. One that SQS refuses waits its normal time."""
        self._client.change_message_visibility_batch(
            QueueUrl=self._queue_url,
            Entries=[
                {"Id": str(position), "ReceiptHandle": receipt, "VisibilityTimeout": seconds}
                for position, receipt in enumerate(receipts)
            ],
        )
