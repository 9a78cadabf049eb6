"""What officers are in the middle of, in DynamoDB, one item an officer."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from satark.aws.dynamo_errors import lost_the_race
from satark.filing import SessionRecord
from satark.ports import Conflicted

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class DynamoDesks:
    def __init__(self, client: "DynamoDBClient", *, table: str) -> None:
        self._client = client
        self._table = table

    def load(self, officer_id: str) -> SessionRecord | None:
        answer = self._client.get_item(
            TableName=self._table, Key={"officer_id": {"S": officer_id}}, ConsistentRead=True
        )
        if (item := answer.get("Item")) is None:
            return None
        return SessionRecord(
            text=item["text"]["S"],
            version=int(item["version"]["N"]),
            expires=datetime.fromtimestamp(int(item["expires"]["N"]), UTC),
        )

    def keep(self, officer_id: str, record: SessionRecord) -> None:
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    "officer_id": {"S": officer_id},
                    "text": {"S": record.text},
                    "version": {"N": str(record.version)},
                    "expires": {"N": str(int(record.expires.timestamp()))},
                },
                ConditionExpression="attribute_not_exists(version) OR version = :before",
                ExpressionAttributeValues={":before": {"N": str(record.version - 1)}},
            )
        except ClientError as error:
            if lost_the_race(error):
                raise Conflicted from error
            raise
