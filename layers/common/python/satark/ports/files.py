"""Files from WhatsApp to the evidence, and whoever looks at them."""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from satark.evidence import CaseShelf, Shelf
from satark.labels import By
from satark.message import Media
from satark.tip import Evidence


class MediaUnavailable(Exception):
    """The file could not be fetched now. Deliver the message again later."""


class MediaGone(Exception):
    """The file can never be fetched again."""


class Labeller(Protocol):
    """Says of a file what it shows or says, as ids of the range's signals: satark.rating.raised."""

    @property
    def by(self) -> By: ...

    def labels(self, case_id: str, item: Evidence) -> tuple[str, ...] | None:
        """None: they come later."""
        ...


class Eye(Protocol):
    """A machine that looks at pictures."""

    def sees(self, item: Evidence) -> Sequence[str]:
        """The names of what is shown; none for what it cannot read."""
        ...


class Ear(Protocol):
    """A machine that listens to recordings, and tells when it has."""

    def listens(self, hearing: str, item: Evidence) -> bool:
        """Begin, once for one `hearing`. False for what it cannot listen to."""
        ...

    def heard(self, hearing: str) -> str:
        """All that was said."""
        ...

    def forget(self, hearing: str) -> None:
        """What was said, and that it ever listened."""
        ...


class MediaSource(Protocol):
    def fetch(self, media: Media, destination: Path, *, limit: int) -> None:
        """Stream the bytes to a file. Raises MediaUnavailable, MediaGone."""
        ...


class EvidenceStore(Protocol):
    """Files under random keys, encrypted. There is no way to list them."""

    def keep(self, source: Path, *, mime: str, shelf: Shelf) -> str:
        """Store the file, give its key."""
        ...


class DraftFiles(Protocol):
    """Files of tips that are not filed yet."""

    def file(self, key: str, shelf: CaseShelf) -> str:
        """Copy one to where the files of its case lie; give its key there, the same each time."""
        ...

    def drop(self, keys: Collection[str]) -> None:
        """Delete them, those that are gone already, too."""
        ...


class EvidenceLinks(Protocol):
    def link(self, key: str, lives: timedelta) -> str:
        """An address at which whoever has it can read this one file, for so long."""
        ...


class EvidenceViews(Protocol):
    """Links by which a page shows a file; whatever it is, no browser runs it."""

    @property
    def origin(self) -> str:
        """Scheme and host of every link: the only place from which a page may load a file."""
        ...

    def view(self, file: Evidence, *, name: str, lives: timedelta) -> str:
        """`name` is that under which it is kept by whoever keeps it."""
        ...


class EvidenceReader(Protocol):
    def opened(self, key: str) -> AbstractContextManager[Path]:
        """A temporary copy, gone at exit."""
        ...
