"""Who may sign in here: officers of the roster, as the user pool would vouch for them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from functions.dashboard.viewer import GROUPS, Role
from satark.police_range.model import PoliceRange
from satark.roster import Officer

_GROUP_OF: Final = {role: group for group, role in GROUPS.items()}
_AUDITOR: Final = "लेखा परीक्षक · Auditor"


@dataclass(frozen=True, slots=True)
class Person:
    """`id` and `office` as in the roster; an auditor is not in it."""

    id: str
    name: str
    group: str
    office: str

    @property
    def role(self) -> Role:
        return GROUPS[self.group]

    @property
    def place(self) -> str:
        return self.office.partition(":")[2]

    @property
    def claims(self) -> Mapping[str, object]:
        """Only of an auditor the pool says the office: of all others the roster does."""
        office = {"custom:office": self.office} if self.role == "auditor" else {}
        return {
            "cognito:groups": [self.group],
            "custom:officer": self.id,
            "name": self.name,
            **office,
        }


class Enlisted:
    """The officers of a file, each known by their place in it."""

    def __init__(self, roster: Path) -> None:
        with roster.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.officers = tuple(
            Officer(f"officer-{at}", row["name"], row["rank"], row["office"], row["language"])
            for at, row in enumerate(rows, 1)
        )

    def officer(self, officer_id: str) -> Officer | None:
        return next((one for one in self.officers if one.id == officer_id), None)

    def holding(self, office: str) -> Sequence[Officer]:
        return [one for one in self.officers if one.office == office]


def people(officers: Sequence[Officer], police_range: PoliceRange) -> tuple[Person, ...]:
    """The first officer of each office that has a page, and one who audits."""
    first = {officer.office: officer for officer in reversed(officers)}
    found = (_person(officer) for officer in officers if officer is first[officer.office])
    office = f"range:{police_range.ranges[0].id}"
    auditor = Person("auditor-1", _AUDITOR, _GROUP_OF["auditor"], office)
    return (*filter(None, found), auditor)


def _person(officer: Officer) -> Person | None:
    level = officer.office.partition(":")[0]
    for role in ("range", "district", "thana"):
        if role == level:
            return Person(officer.id, officer.name, _GROUP_OF[role], officer.office)
    return None
