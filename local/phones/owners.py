"""Whose phones the page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from local.whatsapp import Person, WhatsAppSimulator
from local.whatsapp.identity import digits

FIRST_TIPSTER = "Sunita"
NAMES = ("Ramesh", "Farida", "Anil", "Pooja", "Imran", "Kavita", "Suraj", "Rekha")


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """`office` is written as people read it, such as `Thana Kerakat`; `number` in any spelling.

    Without a number the phone shows none to the business, only its `bsuid` and a username.
    `on_desk`: the phone lies there when the page opens.
    """

    name: str
    office: str
    number: str = ""
    bsuid: str = ""
    on_desk: bool = False


class Owners:
    def __init__(self, simulator: WhatsAppSimulator, officers: Sequence[Officer]) -> None:
        self._simulator = simulator
        self.tip_line, *others = (line.line for line in simulator.settings.lines)
        self.officer_line = others[0] if others else self.tip_line
        self.officers: dict[str, Officer] = {}
        self._reserved = {digits(officer.number) for officer in officers}
        for officer in officers:
            self._add_officer(officer)

    def _add_officer(self, officer: Officer) -> None:
        person = self._simulator.person(
            name=officer.name,
            number=officer.number or self._unused_number(),
            line=self.officer_line,
            bsuid=officer.bsuid or True,
            username=None if officer.number else officer.name.lower().replace(" ", "."),
        )
        self.officers[person.phone.id] = officer

    def add_tipster(self, name: str = "", *, hides_number: bool = False) -> Person:
        """A new phone with an unused number; `hides_number` gives it a username instead."""
        number = self._unused_number()
        picked = name.strip() or self._unused_name()
        return self._simulator.person(
            name=picked,
            number=number,
            line=self.tip_line,
            username=f"{picked.lower()}.{number[-3:]}" if hides_number else None,
        )

    def _unused_number(self) -> str:
        taken = {person.number for person in self._simulator.people.values()} | self._reserved
        return next(f"919000000{n}" for n in range(101, 1000) if f"919000000{n}" not in taken)

    def _unused_name(self) -> str:
        taken = {person.name for person in self._simulator.people.values()}
        unused = (name for name in (FIRST_TIPSTER, *NAMES) if name not in taken)
        return next(unused, f"Neighbour {len(taken)}")
