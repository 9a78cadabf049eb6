"""The lake, its seals, and what is sent of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from satark.shelved import Shelved


class Lake(Protocol):
    """Objects by key; a day's Parquet is replaced only as it was read."""

    def keys(self, prefix: str) -> Sequence[str]: ...

    def fetch(self, key: str, destination: Path) -> str | None:
        """Write the object to the file. Gives its version, or None where there is none."""
        ...

    def put(self, key: str, body: bytes) -> None: ...

    def replace(self, key: str, source: Path, version: str | None) -> None:
        """Raises Conflicted unless the object is of this version, or absent for None."""
        ...

    def remove(self, keys: Sequence[str]) -> None: ...


class Seals(Protocol):
    """Objects that nobody can change or delete before their time."""

    def put(self, key: str, body: bytes) -> None: ...


class Mailer(Protocol):
    def send(self, message: bytes, *, sender: str, to: Sequence[str]) -> None:
        """A whole message, as RFC 5322 has it, to the addresses of an office."""
        ...


class Mailings(Protocol):
    """Which reports went out, each under a name."""

    def begin(self, mailing: str, *, at: datetime, stale: datetime) -> bool:
        """Whether it is ours to send: nobody has sent it, or begun to since `stale`."""
        ...

    def sent(self, mailing: str) -> None: ...

    def withdraw(self, mailing: str) -> None:
        """As far as can be told it was not sent: let the next run begin anew."""
        ...


class ReportShelf(Protocol):
    """The files of reports that were made."""

    def keep(self, office: str, period: str, files: Mapping[str, bytes]) -> None:
        """`files` by their endings; each takes the place of an earlier one."""
        ...


class KeptReports(Protocol):
    def of(self, office: str) -> Sequence[Shelved]: ...

    def link(self, report: Shelved, form: str, lives: timedelta) -> str:
        """Where a browser may fetch it for so long."""
        ...


class ReportOrders(Protocol):
    def order(self, period: str, office: str) -> None:
        """Have it made for this office's shelf. It is made later, and once however often asked."""
        ...
