"""One statement of a policy, read in the two ways that keep the proof on the safe side.

An Allow counts whatever its conditions say. A Deny counts only if it has none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from proof.glob import may_meet, surely_covers
from proof.names import Names
from proof.principals import ANYONE, principals
from proof.unmodelled import Unmodelled

_KNOWN = {
    *("Sid", "Effect", "Condition", "Action", "NotAction", "Resource", "NotResource"),
    *("Principal", "NotPrincipal"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    allow: bool
    actions: tuple[str, ...]
    all_but_actions: bool
    resources: tuple[str, ...]
    all_but_resources: bool
    principals: frozenset[str]
    """Empty in an identity policy: the role whose policy it is."""
    certain: bool

    @classmethod
    def of(cls, said: Mapping[str, Any], names: Names) -> Self:
        if strange := said.keys() - _KNOWN:
            raise Unmodelled(f"a statement says {', '.join(strange)}: not a word of IAM")
        return cls(
            allow=said["Effect"] == "Allow",
            actions=tuple(
                action.lower() for action in listed(said.get("Action", said.get("NotAction")))
            ),
            all_but_actions="NotAction" in said,
            resources=tuple(
                names.text(resource)
                for resource in listed(said.get("Resource", said.get("NotResource", "*")))
            ),
            all_but_resources="NotResource" in said,
            principals=_principals(said, names),
            certain=not said.get("Condition") and "NotPrincipal" not in said,
        )

    def may_allow(self, action: str, target: str) -> bool:
        if not self.allow or not self._names_action(action):
            return False
        if self.all_but_resources:
            return not any(surely_covers(pattern, target) for pattern in self.resources)
        return any(may_meet(pattern, target) for pattern in self.resources)

    def surely_denies(self, action: str, target: str) -> bool:
        if self.allow or not self.certain or not self._names_action(action):
            return False
        if self.all_but_resources:
            return not any(may_meet(pattern, target) for pattern in self.resources)
        return any(surely_covers(pattern, target) for pattern in self.resources)

    def names(self, *who: str) -> bool:
        return not self.principals.isdisjoint({*who, ANYONE})

    def _names_action(self, action: str) -> bool:
        named = any(surely_covers(pattern, action.lower()) for pattern in self.actions)
        return named != self.all_but_actions


def statements(document: Mapping[str, Any], names: Names) -> Iterator[Statement]:
    for said in listed(document["Statement"]):
        yield Statement.of(said, names)


def listed(value: Any) -> list[Any]:  # noqa: ANN401 -- IAM takes one or many
    return value if isinstance(value, list) else [value]


def _principals(said: Mapping[str, Any], names: Names) -> frozenset[str]:
    if "NotPrincipal" in said:
        return frozenset({ANYONE})
    if "Principal" not in said:
        return frozenset()
    return principals(said["Principal"], names, admits=said["Effect"] == "Allow")
