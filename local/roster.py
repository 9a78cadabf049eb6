"""The officers' phones that the page shows: the roster's rows, for here we play the officers."""

import csv
from pathlib import Path

from local.phones import Officer
from satark.police_range.model import PoliceRange

_TITLES = {"range": "DIG", "district": "SP", "circle": "CO", "thana": "Thana"}
_ON_DESK = ("range", "district", "thana")
"""Whose phones ring when an ordinary tip is filed: the first officer of each lies on the desk."""


def officers_of(roster: Path, police_range: PoliceRange) -> list[Officer]:
    with roster.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    first = {_level(row): row for row in reversed(rows)}
    return [
        Officer(
            name=row["name"],
            office=_office(row, police_range),
            number=row["number"],
            bsuid=row["bsuid"],
            on_desk=_level(row) in _ON_DESK and row is first[_level(row)],
        )
        for row in rows
    ]


def _level(row: dict[str, str]) -> str:
    return row["office"].partition(":")[0]


def _office(row: dict[str, str], police_range: PoliceRange) -> str:
    place = row["office"].partition(":")[2]
    return f"{_TITLES[_level(row)]} {police_range.text(row['language'], f'place.{place}.name')}"
