"""Who wrote a message, on a line that knows its people by one kind of name or the other.

A person can have a business-scoped user id, a number, or both; Meta leaves either out.
https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from satark.identity import SenderId
from satark.whatsapp.reading import Json, inside, items, label, mapping

NUMBER = re.compile(r"\+?([0-9]{5,15})")
_USER_ID = re.compile(r"[!-~]{1,256}")


class NamedBy(Enum):
    """The name that a line prefers. It takes the other one where this one is missing."""

    USER_ID = "user id"
    NUMBER = "number"


type Contacts = Mapping[str, Json]


def contacts(value: Json) -> Contacts:
    """The contacts of a webhook under each of their names, and a lone one under "" as well."""
    known = [mapping(contact) for contact in items(value, "contacts")]
    found = {label(contact, key): contact for contact in known for key in ("wa_id", "user_id")}
    found.pop("", None)
    return found | {"": known[0]} if len(known) == 1 else found


def sender(message: Json, known: Contacts, named_by: NamedBy) -> SenderId | None:
    """None where the message names nobody."""
    other = None
    for name in _names(message, known):
        kind, exact = _read_name(name)
        if kind is named_by:
            return SenderId(exact)
        other = other or exact
    return SenderId(other) if other else None


def identity_key(message: Json, known: Contacts) -> str | None:
    """Meta's hash for the phone and SIM behind the sender, where the line checks identities."""
    for name in (label(message, "from_user_id"), label(message, "from")):
        if name in known and (key := label(known[name], "identity_key_hash")):
            return key
    return None


def _read_name(name: str) -> tuple[NamedBy | None, str]:
    """Tell a number from a user id by its looks: either may sit in the other's field."""
    if number := NUMBER.fullmatch(name):
        return NamedBy.NUMBER, number[1]
    return (NamedBy.USER_ID, name) if _USER_ID.fullmatch(name) else (None, "")


def _names(message: Json, known: Contacts) -> Iterator[str]:
    """All names of the sender, whichever field they sit in; of a changed one the old names first.

    What a change of identity touches is filed under the name before it.
    """
    system = inside(message, "system")
    yield label(system, "previous_user_id")
    written = label(message, "from_user_id"), label(message, "from")
    yield from written
    contact = known.get(written[0]) or known.get(written[1])
    if contact is not None:
        yield label(contact, "user_id")
        yield label(contact, "wa_id")
    if not any(written):
        yield label(system, "user_id")
        yield label(system, "wa_id")
