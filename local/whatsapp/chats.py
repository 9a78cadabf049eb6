"""All chats, the last word of each person to each number, and a bell that rings on change."""

import threading
from collections.abc import Callable

from local.whatsapp.messages import Message, Status

WINDOW_SECONDS = 24 * 3600
Watcher = Callable[[str, str], None]


class Chats:
    """`changed` is notified on every change. Watchers get a kind and an id; they must not block."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self._messages: dict[str, Message] = {}
        self._heard_at: dict[tuple[str, str], float] = {}
        self._typing: dict[tuple[str, str], float] = {}
        self._watchers: list[Watcher] = []

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher("message", wamid)` and the like on changes; returns how to stop it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def ring(self, kind: str, about: str) -> None:
        with self.changed:
            self.changed.notify_all()
        for watcher in tuple(self._watchers):
            watcher(kind, about)

    def add(self, message: Message) -> None:
        with self.changed:
            self._messages[message.wamid] = message
            if message.by_business:
                self._typing.pop((message.line, message.person_id), None)
            else:
                self._heard_at[message.line, message.person_id] = message.at
        self.ring("message", message.wamid)

    def find(self, wamid: str) -> Message | None:
        with self.changed:
            return self._messages.get(wamid)

    def of(self, person_id: str) -> list[Message]:
        """The messages of one phone, oldest first."""
        with self.changed:
            return [one for one in self._messages.values() if one.person_id == person_id]

    def marks(self, message: Message, status: Status) -> bool:
        """Whether the message climbed to that status just now."""
        with self.changed:
            climbed = message.climbs_to(status)
        if climbed:
            self.ring("message", message.wamid)
        return climbed

    def window_open(self, line: str, person_id: str, now: float) -> bool:
        """Whether the person wrote to this number within the last 24 hours."""
        with self.changed:
            heard_at = self._heard_at.get((line, person_id))
        return heard_at is not None and now - heard_at < WINDOW_SECONDS

    def types_until(self, line: str, person_id: str, moment: float) -> None:
        with self.changed:
            self._typing[line, person_id] = moment
        self.ring("typing", person_id)

    def is_typing(self, line: str, person_id: str, now: float) -> bool:
        with self.changed:
            return self._typing.get((line, person_id), 0) > now
