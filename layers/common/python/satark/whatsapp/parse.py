"""Meta's webhook, whole: every entry, change, message and status of a POST.

Written by hand and tolerant: one bad item never costs its neighbours, and nothing raises. Profile
names, usernames, file names and contact cards are not read at all.
https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
"""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

from satark.whatsapp.content import content, forwarded, quoted
from satark.whatsapp.reading import Json, error_code, inside, items, label, mapping, words
from satark.whatsapp.received import Mail, Received, ReceivedMessage, ReceivedStatus, State
from satark.whatsapp.sender import Contacts, NamedBy, contacts, identity_key, sender

_STATES: dict[str, State] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "played": "read",
    "failed": "failed",
}
_ALARMING = frozenset(
    {
        "account_update",
        "message_template_status_update",
        "phone_number_quality_update",
        "business_capability_update",
    }
)
_INTENT = re.compile(r"[!-~]{1,128}")  # what SQS takes as a message group
_SECONDS = re.compile(r"[0-9]{1,12}")
_LATEST = datetime(9999, 1, 1, tzinfo=UTC).timestamp()


def parse(envelope: Json, lines: Mapping[str, NamedBy], *, arrived: datetime) -> Received:
    """`lines` are our phone number ids; `arrived` stands in for a time that cannot be read."""
    received = Received()
    for entry in items(envelope, "entry"):
        for change in items(mapping(entry), "changes"):
            _take(mapping(change), lines, arrived, received)
    return received


def _take(
    change: Json, lines: Mapping[str, NamedBy], arrived: datetime, received: Received
) -> None:
    value, aside = inside(change, "value"), received.set_aside
    if (field := label(change, "field")) != "messages":
        aside[field if field in _ALARMING else "other_field"] += 1
        return
    if items(value, "errors"):
        aside["account_error"] += 1
    phone_number_id = label(inside(value, "metadata"), "phone_number_id")
    if (named_by := lines.get(phone_number_id)) is None:
        aside["unknown_number"] += 1
        return
    mail = received.mail.setdefault(phone_number_id, Mail())
    _take_messages(value, named_by, arrived, mail, aside)
    _take_statuses(value, named_by, arrived, mail, aside)


def _take_messages(
    value: Json, named_by: NamedBy, arrived: datetime, mail: Mail, aside: Counter[str]
) -> None:
    known = contacts(value)
    for item in items(value, "messages"):
        if message := _message(mapping(item), known, named_by, arrived):
            mail.messages.append(message)
        else:
            aside["unreadable_message"] += 1


def _take_statuses(
    value: Json, named_by: NamedBy, arrived: datetime, mail: Mail, aside: Counter[str]
) -> None:
    for item in items(value, "statuses"):
        if status := _status(mapping(item), named_by, arrived):
            mail.statuses.append(status)
        else:
            aside["other_status"] += 1


def _message(
    item: Json, known: Contacts, named_by: NamedBy, arrived: datetime
) -> ReceivedMessage | None:
    wamid = words(item, "id")
    author = sender(item, known, named_by)
    if not wamid or author is None:
        return None
    return ReceivedMessage(
        sender=author,
        wamid=wamid,
        at=_time(item, arrived),
        content=content(item),
        quotes=quoted(item),
        forwarded=forwarded(item),
        identity_key=identity_key(item, known) if named_by is NamedBy.NUMBER else None,
    )


def _status(item: Json, named_by: NamedBy, arrived: datetime) -> ReceivedStatus | None:
    wamid = words(item, "id")
    state = _STATES.get(label(item, "status"))
    if not wamid or state is None:
        return None
    intent = words(item, "biz_opaque_callback_data")
    return ReceivedStatus(
        wamid=wamid,
        at=_time(item, arrived),
        state=state,
        intent=intent if _INTENT.fullmatch(intent) else None,
        error=error_code(item),
        identity_key=_recipients_key(item) if named_by is NamedBy.NUMBER else None,
    )


def _recipients_key(item: Json) -> str | None:
    return words(item, "recipient_identity_key_hash") or None


def _time(item: Json, arrived: datetime) -> datetime:
    """Seconds since 1970, which Meta writes as a string."""
    written = item.get("timestamp")
    if isinstance(written, str) and _SECONDS.fullmatch(written):
        written = int(written)
    if isinstance(written, int) and 0 < written < _LATEST:
        return datetime.fromtimestamp(written, UTC)
    return arrived
