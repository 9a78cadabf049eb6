"""What is written, in one transaction with the session, when a tip is filed or added to."""

from dataclasses import dataclass
from datetime import datetime

from satark.case import CaseEvent
from satark.identity import Handle, OwnerTag, SealedAddress
from satark.standing import Standing


@dataclass(frozen=True, slots=True)
class Filing:
    """A case's first event, the way back to its tipster, and the tipster's way back to it.

    `event` is a TipFiled with seq 1. `address` goes to the vault under `handle`, with `opened_at`,
    the time of the tipster's last message, until `forgotten_at`. `receipt_key` is the keyed digest
    of the receipt code; under it lies the case id, until `forgotten_at` as well. `owner` lets the
    tipster have the address shredded, and leads from nobody to it. `protected`: what is added to
    the case later lies under a key of its own, too.
    """

    event: CaseEvent
    standing: Standing
    handle: Handle
    address: SealedAddress
    opened_at: datetime
    receipt_key: str
    owner: OwnerTag
    forgotten_at: datetime
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """What a tipster adds to a case, behind its head as it was read. It stands as it stood.

    `follows` is the hash of the case's last row, by its head.
    """

    event: CaseEvent
    standing: Standing
    follows: str


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A tipster's session as it is stored: its own JSON, and how often it was written.

    `version` counts the writes from 1. `expires` is the time after which the store may drop it.
    """

    text: str
    version: int
    expires: datetime
