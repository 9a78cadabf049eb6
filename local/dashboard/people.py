"""Who may sign in here: officers of the roster, as the user pool would vouch for them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from functions.dashboard.viewer import GROUPS, Role
from satark.police_range.model import PoliceRange

_GROUP_OF: Final = {role: group for group, role in GROUPS.items()}
_AUDITOR: Final = "लेखा परीक्षक · Auditor"


@dataclass(frozen=True, slots=True)
class Person:
    """`office` as in the roster. `language` is that of the page which they see first."""

    name: str
    group: str
    office: str
    language: str = "hi"

    @property
    def role(self) -> Role:
        return GROUPS[self.group]

    @property
    def place(self) -> str:
        return self.office.partition(":")[2]

    @property
    def claims(self) -> Mapping[str, str]:
        """As API Gateway passes on those of a token that it has verified."""
        return {
            "cognito:groups": f"[{self.group}]",
            "custom:office": self.office,
            "name": self.name,
        }


def people(roster: Path, police_range: PoliceRange) -> tuple[Person, ...]:
    """The first officer of each office that has a page, and one who audits."""
    with roster.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    first = {row["office"]: row for row in reversed(rows)}
    found = (_person(row) for row in rows if row is first[row["office"]])
    office = f"range:{police_range.ranges[0].id}"
    auditor = Person(_AUDITOR, _GROUP_OF["auditor"], office, police_range.languages[0])
    return (*filter(None, found), auditor)


def _person(row: Mapping[str, str]) -> Person | None:
    level = row["office"].partition(":")[0]
    for role in ("range", "district", "thana"):
        if role == level:
            return Person(row["name"], _GROUP_OF[role], row["office"], row["language"])
    return None
