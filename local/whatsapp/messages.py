"""A message in a chat between a person and a business number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from local.whatsapp.errors import GraphError
from local.whatsapp.identity import Identity
from local.whatsapp.media import Media

Status = Literal["accepted", "sent", "delivered", "read", "failed"]
LADDER: tuple[Status, ...] = ("accepted", "sent", "delivered", "read")


@dataclass(frozen=True, slots=True)
class Option:
    """Something to tap. `kind` says what the tap sends, and whether it sends anything."""

    kind: Literal["reply", "row", "quick_reply", "link", "location"]
    id: str
    title: str
    description: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the person sees of a message. `media_kind` is set for an attachment or a header."""

    text: str = ""
    header: str = ""
    footer: str = ""
    options: tuple[Option, ...] = ()
    list_button: str = ""
    media_kind: str = ""
    link: str = ""
    filename: str = ""
    voice: bool = False
    place: tuple[float, float] | None = None
    template: str = ""
    emoji: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """`body` is the object under the message's type, as it went over the API."""

    wamid: str
    line: str
    person_id: str
    identity: Identity
    by_business: bool
    type: str
    body: Mapping[str, Any]
    content: Content
    at: float
    quotes: str | None = None
    media: Media | None = None
    status: Status = "accepted"
    deleted: bool = False
    error: GraphError | None = None
    callback_data: str | None = None
    priced: Mapping[str, Any] = field(default_factory=dict)
    reactions: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Every word of it: header, text and footer, a line each."""
        parts = (self.content.header, self.content.text, self.content.footer)
        return "\n".join(part for part in parts if part)

    @property
    def options(self) -> tuple[Option, ...]:
        return self.content.options

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(option.title for option in self.options)

    @property
    def template(self) -> str:
        """The template's name, or an empty string."""
        return self.content.template

    def climbs_to(self, status: Status) -> bool:
        """Move up the ladder; False where the message is there already, beyond, or failed."""
        if self.status == "failed" or LADDER.index(status) <= LADDER.index(self.status):
            return False
        self.status = status
        return True

    def summary(self) -> str:
        """One line of a transcript."""
        arrow = "<-" if self.by_business else "->"
        what = self.text.replace("\n", " / ") or self.content.emoji or self.content.filename
        taps = f" {list(self.titles)}" if self.options else ""
        error = f" {self.error}" if self.error else ""
        return f"{arrow} [{self.template or self.type}] {what}{taps} ({self.status}{error})"
