"""What is wrong with the whole ledger, held against its heads and the nights' seals."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from satark.ledger import Chained, Link, breaks, contradicts


@dataclass(frozen=True, slots=True)
class Seal:
    """`name` is what its bytes hash to, where nobody touched it. `hidden`: somebody deleted it."""

    night: str
    name: str
    body: bytes
    hidden: bool = False

    @property
    def genuine(self) -> bool:
        return sha256(self.body).hexdigest() == self.name

    def links(self) -> Iterator[Link]:
        for line in self.body.decode().splitlines():
            yield Link(*json.loads(line))


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept of what happened. `cases`: rows in the order of the table."""

    cases: Mapping[str, Sequence[Chained]]
    heads: Mapping[str, Link]
    seals: Sequence[Seal]


@dataclass(frozen=True, slots=True)
class Fault:
    """`where`: a case's number as people read it, or a seal's night."""

    where: str
    what: str


@dataclass(slots=True)
class Audit:
    """`sealed`: so many rows have a seal. The others have the chain and their head alone."""

    faults: list[Fault] = field(default_factory=list)
    sealed: int = 0


def audit(kept: Kept) -> Audit:
    found = Audit()
    links: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for seal in kept.seals:
        found.faults += _of_seal(seal)
        for link in seal.links() if seal.genuine else ():
            links[link.case_id].append((f"the seal of {seal.night}", link))
    found.sealed = sum(max(link.seq for _, link in those) for those in links.values())
    for case_id in sorted({*kept.cases, *kept.heads, *links}):
        rows, head = kept.cases.get(case_id, ()), kept.heads.get(case_id)
        if head:
            links[case_id].append(("its head", head))
        wrong = [*breaks(rows), *_headless(rows, head), *_against(rows, links[case_id])]
        found.faults += (Fault(number(case_id), what) for what in wrong)
    return found


def number(case_id: str) -> str:
    return f"{case_id[:4]}-{case_id[4:]}"


def _of_seal(seal: Seal) -> Iterator[Fault]:
    where = f"seal of {seal.night}"
    if seal.hidden:
        yield Fault(where, "was deleted; what it says is still there, and counts")
    if not seal.genuine:
        yield Fault(where, "is not what its name says, and counts for nothing")


def _headless(rows: Sequence[Chained], head: Link | None) -> Iterator[str]:
    if rows and head is None:
        yield "has no head"
    elif head and rows and head.seq < len(rows):
        yield f"goes on after row {head.seq}, where its head ends"


def _against(rows: Sequence[Chained], links: Iterable[tuple[str, Link]]) -> Iterator[str]:
    for by, link in links:
        if what := contradicts(rows, link):
            yield f"{what}, by {by}"
