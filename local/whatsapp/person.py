"""A person with a phone: says, taps, sends, and waits for what comes back."""

from collections.abc import Callable
from typing import Any

from local.whatsapp.attachments import Attachments
from local.whatsapp.identity_changes import IdentityChanges
from local.whatsapp.messages import Message, Option
from local.whatsapp.second_thoughts import SecondThoughts
from local.whatsapp.statuses import report_way_to_phone

Wanted = str | int | Callable[[Message], bool]


class Person(Attachments, IdentityChanges, SecondThoughts):
    """Every act reads what lies unread, sends, and returns once the webhook was first tried."""

    def says(
        self, text: str, *, line: str | None = None, quoting: Message | None = None
    ) -> Message:
        return self.sends("text", {"body": text}, line=line, quoting=quoting)

    def taps(self, choice: str | Message, *, of: Message | None = None) -> Message:
        """Tap a button or row by its title or id, in `of` or in the latest message that has it.

        Given a message, tap its only option.
        """
        message, option = self._option(choice, of)
        kind, body = _tap(option)
        return self.sends(kind, body, line=message.line, quoting=message)

    def goes_offline(self) -> None:
        self.phone.online = False

    def comes_online(self) -> None:
        """What was sent meanwhile is delivered now."""
        self.phone.online = True
        for message in self.received:
            report_way_to_phone(self.world, message)

    def waits_for(self, wanted: Wanted, *, timeout: float = 30) -> Message:
        """The first message since this person's last act that is wanted.

        `wanted` is a part of its words, a predicate, or a count (then the count-th message).
        Raises AssertionError with the transcript after `timeout` seconds.
        """
        chats = self.world.chats
        with chats.changed:
            chats.changed.wait_for(lambda: self._first(wanted) is not None, timeout)
            found = self._first(wanted)
        if found is None:
            raise AssertionError(
                f"{self.name} waited {timeout} s for {wanted!r} since their last act. "
                f"The chat so far:\n{self.transcript()}"
            )
        return found

    def transcript(self) -> str:
        lines = [message.summary() for message in self.messages]
        return "\n".join(lines) or "(nothing was said)"

    def _first(self, wanted: Wanted) -> Message | None:
        news = self.news
        if isinstance(wanted, int):
            return news[wanted - 1] if len(news) >= wanted else None
        if isinstance(wanted, str):
            return next((one for one in news if wanted in one.text), None)
        return next((one for one in news if wanted(one)), None)

    def _option(self, choice: str | Message, of: Message | None) -> tuple[Message, Option]:
        if isinstance(choice, Message):
            if len(choice.options) != 1:
                raise ValueError(f"tap one of {choice.titles} by its title")
            return choice, choice.options[0]
        for message in [of] if of else reversed(self.received):
            for option in message.options:
                if choice in {option.title, option.id}:
                    return message, option
        raise AssertionError(f"{self.name} sees no {choice!r} to tap in:\n{self.transcript()}")


def _tap(option: Option) -> tuple[str, dict[str, Any]]:
    if option.kind == "quick_reply":
        return "button", {"payload": option.id, "text": option.title}
    if option.kind not in {"reply", "row"}:
        raise ValueError(f"{option.title!r} opens something on the phone; it sends no message")
    kind = "button_reply" if option.kind == "reply" else "list_reply"
    reply = {"id": option.id, "title": option.title}
    if option.description:
        reply["description"] = option.description
    return "interactive", {"type": kind, kind: reply}
