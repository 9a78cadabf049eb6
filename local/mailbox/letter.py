"""One mail of the mailbox, taken apart as a mail program would."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import cast


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """`html` has its pictures in it, so that it asks nobody for anything."""

    subject: str
    sender: str
    to: str
    html: str
    text: str
    attachments: tuple[Attachment, ...]


def opened(raw: bytes) -> Letter:
    message = message_from_bytes(raw, policy=SMTP)
    return Letter(
        subject=str(message["Subject"]),
        sender=str(message["From"]),
        to=str(message["To"]),
        html=standalone(_body(message, "html"), _pictures(message)),
        text=_body(message, "plain"),
        attachments=tuple(_attachment(part) for part in message.iter_attachments()),
    )


def standalone(html: str, pictures: Iterable[tuple[str, bytes]]) -> str:
    """An e-mail's HTML as a browser can show it: PNGs by their content id."""
    for name, png in pictures:
        shown = f"data:image/png;base64,{base64.b64encode(png).decode()}"
        html = html.replace(f"cid:{name}", shown)
    return html


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part else ""


def _pictures(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.walk():
        if part["Content-ID"]:
            yield str(part["Content-ID"]).strip("<>"), _content(part)


def _attachment(part: EmailMessage) -> Attachment:
    return Attachment(part.get_filename(""), part.get_content_type(), _content(part))


def _content(part: EmailMessage) -> bytes:
    return cast("bytes", part.get_payload(decode=True))
