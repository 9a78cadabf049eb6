"""Message ids as Meta makes them: base64 over a small record that holds the person's number."""

import base64
import secrets


def _record(number: bytes, direction: bytes, tail: bytes) -> bytes:
    sized_number = bytes([len(number)]) + number
    sized_tail = bytes([len(tail)]) + tail
    return b"\x1c\x18" + sized_number + b"\x15\x02\x00" + direction + b"\x18" + sized_tail + b"\x00"


def from_person(number: str) -> str:
    """The id of a message that the person with this number (digits) sent."""
    return _encode(_record(number.encode(), b"\x12", secrets.token_hex(16).upper().encode()))


def from_business(number: str) -> str:
    """The id of a message to the person with this number; it holds the person's number too."""
    return _encode(_record(number.encode(), b"\x11", secrets.token_hex(9).upper().encode()))


def _encode(record: bytes) -> str:
    return "wamid." + base64.b64encode(record).decode()
