"""The officers' phones that the page shows: the roster's rows, for here we play the officers."""

import csv
from pathlib import Path

from local.phones import Officer
from satark.police_range.model import PoliceRange

_LEVELS = {"district": "SP", "circle": "CO", "thana": "Thana"}


def officers_of(roster: Path, police_range: PoliceRange) -> list[Officer]:
    """Those with a number: a phone without one cannot be switched on."""
    with roster.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["number"]]
    return [
        Officer(row["name"], _office(row["office"], row["language"], police_range), row["number"])
        for row in rows
    ]


def _office(office: str, language: str, police_range: PoliceRange) -> str:
    level, _, place = office.partition(":")
    if not place:
        return f"DIG {police_range.text(language, f'place.{police_range.id}.name')}"
    return f"{_LEVELS[level]} {police_range.text(language, f'place.{place}.name')}"
