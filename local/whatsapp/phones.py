"""The phones that have WhatsApp, and how a number or a user id leads to one."""

import itertools
import threading
from dataclasses import dataclass

from local.whatsapp.identity import Identity


@dataclass(slots=True, kw_only=True, eq=False)
class Phone:
    """`line` is the business number to which its owner writes unless told otherwise."""

    id: str
    identity: Identity
    line: str
    online: bool = True
    read_receipts: bool = True


class Phones:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._phones: dict[str, Phone] = {}
        self._ids = itertools.count(1)

    def add(self, identity: Identity, line: str) -> Phone:
        """Raises ValueError where another phone has that number."""
        with self._lock:
            if any(one.identity.number == identity.number for one in self._phones.values()):
                raise ValueError(f"a phone with the number of {identity.name!r} exists already")
            phone = Phone(id=f"p{next(self._ids)}", identity=identity, line=line)
            self._phones[phone.id] = phone
            return phone

    def all(self) -> list[Phone]:
        with self._lock:
            return list(self._phones.values())

    def get(self, phone_id: str) -> Phone:
        """Raises KeyError."""
        with self._lock:
            return self._phones[phone_id]

    def by_number(self, number: str) -> Phone | None:
        return next((one for one in self.all() if one.identity.number == number), None)

    def by_bsuid(self, bsuid: str, portfolio: str) -> Phone | None:
        phones = self.all()
        return next((one for one in phones if one.identity.bsuid(portfolio) == bsuid), None)
