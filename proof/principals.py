"""Whom a policy may name: a role of the template, its account, a service of AWS, or anyone."""

from collections.abc import Iterator, Mapping
from typing import Any

from proof.glob import unknown
from proof.names import IN_THE_ACCOUNT, Names
from proof.unmodelled import Unmodelled

ACCOUNT = "the account"
"""Whoever else the account's own IAM lets do it: people, pipelines, roles of other stacks."""
ANYONE = "anyone"
_ROOT = "arn:{partition}:iam::{account}:root".format(**IN_THE_ACCOUNT)


def principals(said: Any, names: Names, *, admits: bool) -> frozenset[str]:  # noqa: ANN401 -- IAM's JSON
    """Raises Unmodelled for one that it does not know, where the statement admits that one."""
    if said == "*":
        return frozenset({ANYONE})
    return frozenset(_known(said, names, admits=admits))


def _known(said: Mapping[str, Any], names: Names, *, admits: bool) -> Iterator[str]:
    roles = {
        names.arn(name): name
        for name, resource in names.resources.items()
        if resource["Type"] == "AWS::IAM::Role"
    }
    for kind, values in said.items():
        for value in values if isinstance(values, list) else [values]:
            who = names.text(value)
            if kind == "Service":
                yield f"service {who}"
            elif kind == "AWS" and who == "*":
                yield ANYONE
            elif kind == "AWS" and who in (_ROOT, unknown("AWS::AccountId")):
                yield ACCOUNT
            elif kind == "AWS" and who in roles:
                yield roles[who]
            elif admits:
                raise Unmodelled(
                    f"a policy admits {kind} {who}, which is neither a role of the template "
                    "nor its account: this proof cannot tell what that one may do"
                )
