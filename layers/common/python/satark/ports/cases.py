"""The ledger of cases, and what is kept beside it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from satark.case import CaseEvent
from satark.standing import CaseHead, Standing


class Conflicted(Exception):
    """Somebody else wrote first: read again, decide again."""


class CaseLedger(Protocol):
    """What happened in each case."""

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        """All events in order; empty for a case that does not exist."""
        ...


class FiledCases(CaseLedger, Protocol):
    def filed(
        self, district: str, category: str, *, since: datetime, until: datetime
    ) -> Sequence[str]:
        """The ids of the cases filed there and then, the latest first; no more than twenty."""
        ...


class CaseStore(CaseLedger, Protocol):
    def append(self, event: CaseEvent, standing: Standing) -> None:
        """`standing` is the case's with this event. Raises Conflicted unless its seq is next."""
        ...


class DueCases(Protocol):
    """Which cases are to be looked at, without a look into any."""

    def due(self, now: datetime) -> Iterator[str]:
        """The ids of those whose time has come; one may since have gone on."""
        ...


class CaseHeads(Protocol):
    """As much of a case as its tipster may hear, without anything of its content."""

    def head(self, case_id: str) -> CaseHead | None: ...

    def asked(self, question_id: str) -> str | None:
        """The id of the case in which the OfficerAsked event with this id stands."""
        ...

    def rated(self, case_id: str) -> bool:
        """Whether the tipster has said already how far it helped."""
        ...

    def protected(self, case_id: str) -> bool:
        """Whether the files of this case lie under a key of their own."""
        ...


class Receipts(Protocol):
    def case_of(self, receipt_key: str) -> str | None:
        """The case id under this keyed digest of a receipt code, while it is held."""
        ...
