"""The roles of the functions as they stand in the running cloud, and what is done under them."""

import json
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from local.cloud.deploy import Deployment

PATIENCE = 10  # seconds


class Grant(NamedTuple):
    """Such as `Flow`, `dynamodb:PutItem`, `StoresVault`; an index or a prefix stands behind."""

    room: str
    action: str
    resource: str


@dataclass(frozen=True, slots=True)
class Roles:
    deployment: Deployment

    def given(self) -> set[Grant]:
        """Every line of an Allow in the policies of the functions' roles."""
        return {
            Grant(room, action, self._named(resource))
            for room, role in self._rooms().items()
            for _, policy in self._policies(role)
            for statement in policy["Statement"]
            if statement["Effect"] == "Allow"
            for action in _listed(statement["Action"])
            for resource in _listed(statement["Resource"])
        }

    def used(self) -> set[Grant]:
        """By the functions themselves: what Lambda does for them is not seen."""
        rooms = self._rooms()
        return {grant for call in self._calls() if (grant := self._grant(call)).room in rooms}

    @contextmanager
    def without(self, grant: Grant) -> Iterator[None]:
        """As if the template did not say it; afterwards the role has it again.

        What an identity key says itself goes too: either alone would be enough.
        """
        role = self._rooms()[grant.room]
        with ExitStack() as restoring:
            for name, policy in self._policies(role):
                restoring.callback(self._put, role, name, policy)
                left = [part for each in policy["Statement"] for part in self._rest(each, grant)]
                self._put(role, name, {**policy, "Statement": left})
            if grant.action.startswith("kms:"):
                restoring.enter_context(self._key_without(grant, role))
            yield

    def waits_for_denial(self, grant: Grant) -> None:
        deadline = time.monotonic() + PATIENCE
        while grant not in self.denied():
            assert time.monotonic() < deadline, f"{grant} was not denied in {PATIENCE} s"
            time.sleep(0.1)

    def denied(self) -> set[Grant]:
        return {self._grant(call) for call in self._calls() if not call["allowed"]}

    def of_functions(self) -> dict[str, str]:
        """The role of each function, by the names of both."""
        functions = self.deployment.of_type("AWS::Lambda::Function")
        configured = self.deployment.cloud.client("lambda").get_function_configuration
        return {
            logical.partition("Function")[0]: room_of(configured(FunctionName=name)["Role"])
            for logical, name in functions.items()
        }

    def _rooms(self) -> dict[str, str]:
        """The roles in which a function runs: not an operator's, nor a clock's."""
        functions = self.deployment.of_type("AWS::Lambda::Function")
        rooms = {logical.partition("Function")[0] for logical in functions}
        roles = self.deployment.of_type("AWS::IAM::Role").values()
        return {room: role for role in roles if (room := room_of(role)) in rooms}

    def _policies(self, role: str) -> list[tuple[str, dict[str, Any]]]:
        iam = self.deployment.cloud.client("iam")
        names = iam.list_role_policies(RoleName=role)["PolicyNames"]
        found = (iam.get_role_policy(RoleName=role, PolicyName=name) for name in names)
        return [(policy["PolicyName"], policy["PolicyDocument"]) for policy in found]

    def _put(self, role: str, name: str, policy: dict[str, Any]) -> None:
        iam = self.deployment.cloud.client("iam")
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(policy))

    @contextmanager
    def _key_without(self, grant: Grant, role: str) -> Iterator[None]:
        kms = self.deployment.cloud.client("kms")
        key = next(physical for name, physical in self._resources() if name == grant.resource)
        before = kms.get_key_policy(KeyId=key)["Policy"]
        policy = json.loads(before)
        policy["Statement"] = [
            each
            for each in policy["Statement"]
            if grant.action not in _listed(each["Action"]) or role not in json.dumps(each)
        ]
        kms.put_key_policy(KeyId=key, Policy=json.dumps(policy))
        try:
            yield
        finally:
            kms.put_key_policy(KeyId=key, Policy=before)

    def _rest(self, statement: dict[str, Any], grant: Grant) -> Iterator[dict[str, Any]]:
        """The statement line by line, but for the one."""
        for action in _listed(statement["Action"]):
            for resource in _listed(statement["Resource"]):
                line = (action, self._named(resource))
                if statement["Effect"] == "Deny" or line != (grant.action, grant.resource):
                    yield {**statement, "Action": action, "Resource": resource}

    def _grant(self, call: dict[str, Any]) -> Grant:
        return Grant(room_of(call["principal"]), call["action"], self._named(call["resource"]))

    def _calls(self) -> list[dict[str, Any]]:
        return self.deployment.cloud.calls()

    def _named(self, arn: str) -> str:
        """By the template's name, with the index or the prefix of objects behind it."""
        tails = {physical.rpartition("/")[2]: name for name, physical in self._resources()}
        tail = max((tail for tail in tails if tail in arn), key=len, default="")
        _, _, behind = arn.partition(tail) if tail else ("", "", arn)
        part = re.match(r"/(index/[\w-]+|stream|\w+)", behind)
        return tails.get(tail, "") + (part[0] if part else "")

    def _resources(self) -> Iterable[tuple[str, str]]:
        return ((name[:-8], physical) for name, physical in self.deployment.resources.items())


def room_of(principal: str) -> str:
    """`Webhook` for the webhook's role and its sessions; whoever has no such role is itself."""
    role = re.search(r"-(\w+?)Role[0-9A-F]{8}", principal)
    return role[1] if role else principal


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
