"""The half year in the lake: the same rows and objects that the real road makes of its events."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from functions.lake.landing import Landed, landed
from local.seed.half_year import half_year
from satark.lake.cells import cell
from satark.lake.rows import day_of, row_of
from satark.police_range.model import PoliceRange


def objects(police_range: PoliceRange, *, last: date) -> Iterator[Landed]:
    """One object for each Indian day."""
    events = half_year(police_range, last=last)
    return landed(
        (day_of(event), row_of(event, police_range=police_range, cell=cell)) for event in events
    )


def write(folder: Path, police_range: PoliceRange, *, last: date) -> None:
    store(folder, objects(police_range, last=last))


def store(folder: Path, made: Iterable[Landed]) -> None:
    """Under the keys that they have in the lake's bucket."""
    for one in made:
        path = folder / one.key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.body)
