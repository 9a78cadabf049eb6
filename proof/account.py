"""The account as its policies describe it: who may take which single step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from proof.names import Names, Resource
from proof.policies import identity_policies, known, resource_policies, trust
from proof.principals import ACCOUNT
from proof.statement import Statement


@dataclass(frozen=True, slots=True)
class Account:
    names: Names
    identities: Mapping[str, tuple[Statement, ...]]
    """What each role may do by its own policies."""
    guards: Mapping[str, tuple[Statement, ...]]
    """What the policy of each resource says: a key's, a queue's, a bucket's…"""
    trusts: Mapping[str, tuple[Statement, ...]]
    """Who may take each role."""

    @classmethod
    def of(cls, template: Mapping[str, Any]) -> Self:
        """Raises Unmodelled unless every resource and every policy is one that it understands."""
        known(template)
        names = Names(template["Resources"])
        roles = [name for name, _ in of_type(names.resources, "AWS::IAM::Role")]
        return cls(
            names=names,
            identities={role: tuple(identity_policies(role, names)) for role in roles},
            guards={name: tuple(resource_policies(name, names)) for name in names.resources},
            trusts={role: tuple(trust(role, names)) for role in roles},
        )

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(self.identities)

    def runners(self) -> dict[str, list[str]]:
        """The functions that run in each role."""
        runs: dict[str, list[str]] = {role: [] for role in self.roles}
        arns = {self.names.arn(role): role for role in self.roles}
        for name, function in of_type(self.names.resources, "AWS::Lambda::Function"):
            runs[arns[self.names.text(function["Properties"]["Role"])]].append(name)
        return runs

    def outsiders(self) -> set[str]:
        """Everyone whom a policy names and who is not a role: services, the account, anyone."""
        said = [*self.guards.values(), *self.trusts.values()]
        named = {who for policy in said for one in policy for who in one.principals if one.allow}
        return {ACCOUNT, *named} - set(self.roles)

    def may(self, who: str, action: str, resource: str) -> bool:
        """Whether one call of this one, taking no other role, may succeed.

        The resource's indexes, streams and objects are the resource; a bucket's name may go on with
        those that are meant: `EvidenceBucket/kept/*`.
        """
        name, _, under = resource.partition("/")
        return any(self._may(who, action, name, part) for part in self._parts(name, under))

    def _may(self, who: str, action: str, resource: str, target: str) -> bool:
        trusts = action.startswith("sts:")
        guards = (self.trusts if trusts else self.guards)[resource]
        own = self.identities.get(who, ())
        of_ours = who == ACCOUNT or who in self.identities
        concerned = [one for one in guards if one.names(who, *([ACCOUNT] if of_ours else []))]
        if any(one.surely_denies(action, target) for one in (*own, *concerned)):
            return False
        if any(one.names(who) and one.may_allow(action, target) for one in concerned):
            return True
        return any(one.may_allow(action, target) for one in own) and (
            not (trusts or self._is_key(resource))
            or any(one.may_allow(action, target) for one in concerned)
        )

    def may_on_any(self, who: str, action: str) -> Iterator[Statement]:
        """The statements that allow it on anything, unless another forbids it on everything."""
        own = self.identities.get(who, ())
        if not any(one.surely_denies(action, "*") for one in own):
            yield from (one for one in own if one.may_allow(action, "*"))

    def _parts(self, resource: str, under: str) -> tuple[str, ...]:
        arn = self.names.arn(resource)
        match self.names.resources[resource]["Type"]:
            case "AWS::DynamoDB::Table":
                return (arn, f"{arn}/index/*", f"{arn}/stream/*")
            case "AWS::S3::Bucket":
                return (arn, f"{arn}/{under or '*'}")
            case "AWS::Lambda::Function":
                return (arn, f"{arn}:*")
            case _:
                return (arn,)

    def _is_key(self, resource: str) -> bool:
        return bool(self.names.resources[resource]["Type"] == "AWS::KMS::Key")


def of_type(resources: Mapping[str, Resource], kind: str) -> Iterator[tuple[str, Resource]]:
    return ((name, one) for name, one in resources.items() if one["Type"] == kind)
