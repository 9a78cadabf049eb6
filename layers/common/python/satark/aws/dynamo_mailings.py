"""Which reports went out, in DynamoDB: one row for each period and office."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_FREE: Final = "attribute_not_exists(mailing) OR (#state = :begun AND #at < :stale)"
_NAMES: Final = {"#state": "state", "#at": "at"}


class DynamoMailings:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def begin(self, mailing: str, *, at: datetime, stale: datetime) -> bool:
        """In one conditional write: of two runs at the same time one is told False."""
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    "mailing": {"S": mailing},
                    "state": {"S": "begun"},
                    "at": {"S": at.isoformat()},
                },
                ConditionExpression=_FREE,
                ExpressionAttributeNames=_NAMES,
                ExpressionAttributeValues={
                    ":begun": {"S": "begun"},
                    ":stale": {"S": stale.isoformat()},
                },
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return False
        return True

    def sent(self, mailing: str) -> None:
        self._client.update_item(
            TableName=self._table,
            Key={"mailing": {"S": mailing}},
            UpdateExpression="SET #state = :sent",
            ExpressionAttributeNames={"#state": "state"},
            ExpressionAttributeValues={":sent": {"S": "sent"}},
        )

    def withdraw(self, mailing: str) -> None:
        self._client.delete_item(TableName=self._table, Key={"mailing": {"S": mailing}})
