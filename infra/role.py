"""A role that holds exactly what it is told, and never what it must not."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from aws_cdk.aws_iam import Effect, PolicyStatement, Role
from aws_cdk.aws_secretsmanager import CfnSecret, Secret

from infra.queues import Line

GET, PUT, UPDATE, DELETE, QUERY, SCAN = (
    f"dynamodb:{verb}"
    for verb in ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan")
)


class OwnRole(Role):
    def may(
        self,
        *actions: str,
        on: str | Sequence[str],
        when: Mapping[str, Any] | None = None,
    ) -> None:
        """Allow the actions on these ARNs, under IAM's own conditions."""
        self._state(Effect.ALLOW, actions, on, when)

    def must_not(self, *actions: str, on: str | Sequence[str]) -> None:
        """Deny them whatever another statement allows, now or later."""
        self._state(Effect.DENY, actions, on, None)

    def may_read(self, *secrets: Secret) -> None:
        # Its Id is the ARN everywhere; a Ref to it is the ARN in AWS only, not in an emulator.
        made = [cast("CfnSecret", secret.node.default_child) for secret in secrets]
        self.may("secretsmanager:GetSecretValue", on=[secret.attr_id for secret in made])

    def may_send_to(self, *lines: Line) -> None:
        self.may("sqs:SendMessage", on=[line.arn for line in lines])

    def _state(
        self,
        effect: Effect,
        actions: Sequence[str],
        on: str | Sequence[str],
        when: Mapping[str, Any] | None,
    ) -> None:
        self.add_to_policy(
            PolicyStatement(
                effect=effect,
                actions=list(actions),
                resources=[on] if isinstance(on, str) else list(on),
                conditions=when,
            )
        )
