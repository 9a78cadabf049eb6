"""What Satark Mitra claims of the answers. A claim that breaks says who breaks it, and how."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof import questions as ask
from proof.account import Account
from proof.principals import ACCOUNT
from proof.questions import Answers, answers
from proof.reach import Holder, Reach

HOLDERS = Path(__file__).with_name("holders.toml")
"""Who holds what, exactly, and which function runs in which role: read it in a diff."""


@dataclass(frozen=True, slots=True)
class Halves:
    """No role holds one of `these` and one of `those`."""

    says: str
    these: tuple[str, ...]
    those: tuple[str, ...]


HALVES = {
    "pseudonyms": Halves(
        "Who can make a tipster's pseudonym has nothing to look it up in.",
        (ask.MAKE_TIPSTERS_PSEUDONYM,),
        (
            *(ask.READ_PEPPER, ask.READ_SESSIONS, ask.WRITE_SESSIONS, ask.READ_RECEIPTS),
            *(ask.READ_CASES, ask.WRITE_CASES, ask.READ_VAULT, ask.WRITE_VAULT),
        ),
    ),
    "addresses": Halves(
        "Who can open a tipster's address sees no case and no session.",
        (ask.OPEN_TIPSTERS_ADDRESS,),
        (
            *(ask.READ_CASES, ask.WRITE_CASES, ask.READ_SESSIONS, ask.WRITE_SESSIONS),
            *(ask.READ_PEPPER, ask.READ_RECEIPTS, ask.MAKE_TIPSTERS_PSEUDONYM),
        ),
    ),
    "cases": Halves(
        "Who reads the cases has no way to a tipster.",
        (ask.READ_CASES,),
        (
            *(ask.READ_VAULT, ask.WRITE_VAULT, ask.READ_SESSIONS, ask.READ_RECEIPTS),
            *(ask.READ_PEPPER, ask.READ_MESSAGE_REF, ask.READ_BLOCKS),
        ),
    ),
    "files": Halves(
        "Who can decrypt a protected file sends no message and has no way to a tipster.",
        (ask.OPEN_PROTECTED_FILES,),
        (
            *(ask.OPEN_TIPSTERS_ADDRESS, ask.READ_VAULT, ask.READ_SESSIONS, ask.READ_PEPPER),
            *(ask.ASK_OFFICERS_COURIER, ask.OPEN_OFFICERS_ADDRESS),
        ),
    ),
    "seals": Halves(
        "Who seals a tipster's address cannot open it.",
        (ask.SEAL_TIPSTERS_ADDRESS,),
        (ask.OPEN_TIPSTERS_ADDRESS,),
    ),
    "ledger": Halves(
        "Who seals the ledger cannot write to it.",
        (ask.WRITE_SEAL,),
        (ask.WRITE_CASES,),
    ),
    "lines": Halves(
        "Who opens tipsters' addresses opens no officer's.",
        (ask.OPEN_TIPSTERS_ADDRESS,),
        (ask.OPEN_OFFICERS_ADDRESS,),
    ),
}
CALLS = "calls"
EXACT = "exact"
CLAIMS = {
    **{name: halves.says for name, halves in HALVES.items()},
    CALLS: "Nobody calls a courier: it hears its queue, and answers no one.",
    EXACT: "Each power is held by exactly those in holders.toml, in exactly that way.",
}


def broken(template: Mapping[str, Any]) -> dict[str, list[str]]:
    """The claims that do not hold, each with who breaks it. Raises Unmodelled."""
    account = Account.of(template)
    found = answers(Reach(account))
    breaches = {name: list(_both(halves, found)) for name, halves in HALVES.items()}
    breaches[CALLS] = list(_callers(found))
    breaches[EXACT] = list(_differences(as_toml(account, found)))
    return {name: those for name, those in breaches.items() if those}


def as_toml(account: Account, found: Answers) -> dict[str, dict[str, list[str]]]:
    """What holders.toml must say."""
    return {
        "holders": {name: sorted(map(str, holders)) for name, holders in found.items()},
        "runs": {role: sorted(functions) for role, functions in account.runners().items()},
    }


def _both(halves: Halves, found: Answers) -> Iterator[str]:
    for this in halves.these:
        for that in halves.those:
            for one in sorted(_roles(found[this])):
                for other in sorted(_roles(found[that])):
                    if one.name == other.name:
                        yield f"{one} can {this}, and {other} can {that}"


def _callers(found: Answers) -> Iterator[str]:
    for call in (ask.CALL_TIPS_COURIER, ask.CALL_OFFICERS_COURIER):
        yield from (f"{holder} can {call}" for holder in sorted(found[call]))


def _differences(found: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    said = tomllib.loads(HOLDERS.read_text(encoding="utf-8"))
    for table in ("holders", "runs"):
        for name in sorted(said[table].keys() | found[table].keys()):
            those, these = set(said[table].get(name, [])), set(found[table].get(name, []))
            if name not in said[table] or name not in found[table]:
                yield f"{table}: {name}: only in {'the file' if those else 'the template'}"
            yield from (f"{who}: {name}: not in holders.toml" for who in sorted(these - those))
            yield from (f"{who}: {name}: no longer" for who in sorted(those - these))


def _roles(holders: frozenset[Holder]) -> frozenset[Holder]:
    """Without the account's administrators: see README.md, What it does not see."""
    return frozenset(holder for holder in holders if holder.name != ACCOUNT)
