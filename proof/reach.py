"""Whom each principal can become, step by step, and so what it can do in the end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proof.account import Account, of_type
from proof.powers import REWRITES_THE_HOUSE, RUNS_IN_A_FUNCTION, TAKES_A_ROLE

BOUNDLESS = "everything"
"""Whoever may rewrite policies: there is nothing that it cannot let itself do."""


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """One who can, and the steps that it takes: `("kms:Decrypt",)` is the shortest way there is."""

    name: str
    via: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({', then '.join(self.via)})"


class Reach:
    """The proof's question, with the ways that each principal has already walked."""

    def __init__(self, account: Account) -> None:
        self._account = account
        names = account.names.resources
        self._functions = [name for name, _ in of_type(names, "AWS::Lambda::Function")]
        self._runners = account.runners()
        everyone = [*account.roles, *sorted(account.outsiders())]
        self._ways = {who: self._walk(who) for who in everyone}

    def named(self, name: str) -> list[str]:
        """The resource of this name, and those that have nothing but digits behind it.

        A path behind the name, as of objects in a bucket, stays.
        """
        whole, slash, path = name.partition("/")
        every = self._account.names.resources
        return [f"{one}{slash}{path}" for one in every if one.rstrip("0123456789") == whole]

    def who_can(self, actions: Iterable[str], resource: str) -> frozenset[Holder]:
        """Everyone who can, in one of these ways, with the shortest way of each."""
        return frozenset(
            holder
            for who, ways in self._ways.items()
            if (holder := self._first(who, ways, tuple(actions), resource))
        )

    def _first(
        self, who: str, ways: dict[str, tuple[str, ...]], actions: tuple[str, ...], resource: str
    ) -> Holder | None:
        for other, steps in ways.items():
            if other == BOUNDLESS:
                return Holder(who, (*steps, BOUNDLESS))
            for action in actions:
                if self._account.may(other, action, resource):
                    return Holder(who, (*steps, action))
        return None

    def _walk(self, who: str) -> dict[str, tuple[str, ...]]:
        """Breadth first, so that each way found is the shortest."""
        ways: dict[str, tuple[str, ...]] = {who: ()}
        waiting = [who]
        for here in waiting:
            if here == BOUNDLESS:
                continue
            for step, there in self._steps(here):
                if there not in ways:
                    ways[there] = (*ways[here], step)
                    waiting.append(there)
        return ways

    def _steps(self, who: str) -> Iterator[tuple[str, str]]:
        if who.startswith("service "):
            return  # A service takes a role to run what somebody else has put there.
        for role in self._account.roles:
            for action in TAKES_A_ROLE:
                if self._account.may(who, action, role):
                    yield f"{action} {role}", role
            for function in self._runners[role]:
                for action in RUNS_IN_A_FUNCTION:
                    if self._account.may(who, action, function):
                        yield f"{action} {function}", role
        yield from ((action, BOUNDLESS) for action in self._boundless(who))

    def _boundless(self, who: str) -> Iterator[str]:
        for action in REWRITES_THE_HOUSE:
            if any(self._account.may_on_any(who, action)):
                yield action
        ours = {self._account.names.arn(name) for name in (*self._account.roles, *self._functions)}
        for action in (*TAKES_A_ROLE, *RUNS_IN_A_FUNCTION):
            for one in self._account.may_on_any(who, action):
                if one.all_but_resources or not ours.issuperset(one.resources):
                    yield f"{action} outside the template"
