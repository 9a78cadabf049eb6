"""Names that only the holder of the pepper can derive, each kind under a label of its own."""

from satark.identity import Sender, keyed_digest


def name(pepper: bytes, label: str, *parts: object) -> str:
    """The same for the same parts; those of two labels cannot be joined."""
    return keyed_digest(pepper, "\0".join((label, *map(str, parts))).encode())


def session_key(pepper: bytes, sender: Sender) -> str:
    return name(pepper, "session", sender.pseudonym)


def owner(pepper: bytes, sender: Sender) -> str:
    """What the tags of the sender's reply addresses are made of."""
    return name(pepper, "owner", sender.pseudonym)


def receipt_key(pepper: bytes, code: str) -> str:
    """Under this lies the case; the code itself is the tipster's alone."""
    return name(pepper, "receipt", code.replace(" ", ""))
