"""Functions of the house that another one calls."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from satark.ports import DeskFailed

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient


class LambdaReportOrders:
    def __init__(self, client: "LambdaClient", *, function: str) -> None:
        self._client = client
        self._function = function

    def order(self, period: str, office: str) -> None:
        """Lambda keeps the call until it is made, and makes it again where it fails."""
        asked = {"period": period, "office": office, "mailed": False}
        self._client.invoke(
            FunctionName=self._function, InvocationType="Event", Payload=json.dumps(asked)
        )


class LambdaRosterDesk:
    """Calls and waits: what is asked lies in no queue, and is asked once."""

    def __init__(self, client: "LambdaClient", *, function: str) -> None:
        self._client = client
        self._function = function

    def ask(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
        try:
            answer = self._client.invoke(FunctionName=self._function, Payload=json.dumps(asked))
        except (BotoCoreError, ClientError):
            raise DeskFailed from None  # its words may quote what was sent
        if "FunctionError" in answer:
            raise DeskFailed
        told: Mapping[str, Any] = json.loads(answer["Payload"].read())
        return told
