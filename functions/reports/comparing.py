"""Which stations accept tips most quickly, and which most slowly."""

from collections.abc import Sequence
from typing import Final

from functions.reports.report import District, Ranked
from satark.lake.answers import Times

ENOUGH: Final = 5
"""Accepted tips, for a station to be compared."""
RANKED: Final = 5
"""Stations at either end."""


def quickest_and_slowest(
    districts: Sequence[District], times: Sequence[Times]
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """No station is in both; none is ranked whose tips are withheld."""
    enough = {one.thana for one in times if one.unit == "station" and one.accepted >= ENOUGH}
    compared = sorted(
        (
            Ranked(station.thana, station.accepted)
            for district in districts
            for station in district.stations
            if station.thana in enough and station.thana and station.accepted is not None
        ),
        key=lambda ranked: (ranked.accepted, ranked.thana),
    )
    ends = min(RANKED, len(compared) // 2)
    return tuple(compared[:ends]), tuple(reversed(compared[len(compared) - ends :]))
