"""Who wrote, in the only forms the system may hold.

A `SenderId` lives for the length of one request at the door, and of one send in the courier.
Everywhere else there are values that lead back to it only with a key that the holder has not got.
"""

import base64
import hmac
from dataclasses import dataclass
from typing import NewType, NoReturn

MessageRef = NewType("MessageRef", str)
"""Stands for a wamid, which contains a phone number: 43 characters, keyed."""

SealedAddress = NewType("SealedAddress", str)
"""`<key id>.<ciphertext>`: a sender id under a reply-address key. Only a courier can open it.

The key's id stands in clear, so that what is still under an old key can be counted unopened.
"""

Handle = NewType("Handle", str)
"""A tip's random name for its sealed address in the vault: 128 bits, base64url."""


class SenderId:
    """A sender as WhatsApp names them: business-scoped user id where there is one, else the number.

    Prints as `***`, and refuses to be pickled or copied, so that it cannot slip into a log line,
    a queue or a trace by accident. `reveal()` is for `satark.identity` and `satark.whatsapp` alone.
    """

    __slots__ = ("_raw",)

    @classmethod
    def of(cls, plaintext: bytes) -> "SenderId":
        return cls(plaintext.decode())

    def __init__(self, raw: str) -> None:
        if not raw:
            raise ValueError("a sender id cannot be empty")
        self._raw = raw

    def reveal(self) -> str:
        return self._raw

    def __repr__(self) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SenderId) and hmac.compare_digest(
            self._raw.encode(), other._raw.encode()
        )

    def __hash__(self) -> int:
        return hash((SenderId, self._raw))

    def __reduce_ex__(self, protocol: object, /) -> NoReturn:
        raise TypeError("a SenderId is never serialised")


@dataclass(frozen=True, slots=True)
class Sender:
    """What everyone behind the door knows of who wrote. None of it says who."""

    pseudonym: str
    group: str
    address: SealedAddress

    @classmethod
    def of(cls, mac: bytes, address: SealedAddress) -> "Sender":
        return cls(derive(mac, "pseudonym"), derive(mac, "group"), address)


@dataclass(frozen=True, slots=True)
class OwnerTag:
    """Lets whoever is told the owner's name find what is the owner's, and nobody else.

    The owner's name is a keyed digest that only the flow can derive. Each tag has a random salt of
    its own, so that no two tags show that they are of one owner.
    """

    salt: str
    digest: str

    @classmethod
    def of(cls, owner: str, salt: str) -> "OwnerTag":
        return cls(salt, keyed_digest(salt.encode(), owner.encode()))

    def names(self, owner: str) -> bool:
        return hmac.compare_digest(self.digest, OwnerTag.of(owner, self.salt).digest)


def mac_input(sender: SenderId) -> bytes:
    """The bytes that the identity key authenticates. The label keeps them apart from all others."""
    return b"sender\x00" + sender.reveal().encode()


def address_input(sender: SenderId) -> bytes:
    """The bytes that the reply-address key encrypts, and `SenderId.of` reads again."""
    return sender.reveal().encode()


def derive(mac: bytes, label: str) -> str:
    """One of several values from one sender's MAC; those of two labels cannot be joined."""
    return keyed_digest(mac, label.encode())


def message_ref(key: bytes, wamid: str) -> MessageRef:
    """The keyed stand-in for a wamid (which is base64 over the phone number)."""
    return MessageRef(keyed_digest(key, wamid.encode()))


def keyed_digest(key: bytes, value: bytes) -> str:
    """HMAC-SHA-256 as 43 characters of unpadded base64url."""
    digest = hmac.digest(key, value, "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
