"""Where a conversation stands, of tipsters and of officers."""

from typing import Protocol

from satark.filing import Addition, Filing, SessionRecord


class SessionStore(Protocol):
    """Unfinished conversations with tipsters, by a key that only the flow can derive."""

    def load(self, key: str) -> SessionRecord | None:
        """What was written last. A record may still be given after it has expired."""
        ...

    def commit(
        self, key: str, record: SessionRecord, change: Filing | Addition | None = None
    ) -> None:
        """Write the session and, in the same transaction, a filed tip or what is added to one.

        Raises Conflicted, having written nothing, unless the stored version is `record.version`
        less one (none is stored for version 1), or where the case, handle or receipt exists, or
        has gone on meanwhile.
        """
        ...


class Desks(Protocol):
    """What each officer is in the middle of."""

    def load(self, officer_id: str) -> SessionRecord | None:
        """What was written last. A record may still be given after it has expired."""
        ...

    def keep(self, officer_id: str, record: SessionRecord) -> None:
        """Raises Conflicted as SessionStore.commit does."""
        ...
