"""Zone, range, districts, circles and thanas hang together as one tree."""

import re
from collections import Counter
from collections.abc import Iterator

from satark.police_range.folder import ORGANISATION, Folder, PlaceRow
from satark.police_range.problems import Problem
from satark.police_range.source import PlaceSource
from satark.police_range.texts import Texts

_WORD = r"[a-z0-9]+(-[a-z0-9]+)*"
_SHAPES = {
    "zone": (_WORD, "varanasi-zone"),
    "range": (_WORD, "varanasi"),
    "district": (_WORD, "jaunpur"),
    "circle": (rf"{_WORD}/circle-{_WORD}", "jaunpur/circle-nagar"),
    "thana": (rf"{_WORD}/(?!circle-){_WORD}", "jaunpur/line-bazar"),
}
_PARENTS = {
    "zone": (),
    "range": ("zone",),
    "district": ("range",),
    "circle": ("district",),
    "thana": ("circle", "district"),
}


def organisation_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    yield from _top(folder)
    levels: dict[str, str] = {row.place.id: row.place.level for row in folder.rows}
    for row in folder.rows:
        yield from _own(row.file, row.place)
        yield from _parent(row.file, row.place, levels)
    yield from _twice(folder.rows)


def _top(folder: Folder) -> Iterator[Problem]:
    if not (folder.range and folder.rows):
        return
    one = {"zone": folder.range.zone, "range": folder.range.id}
    if folder.range.id == folder.range.zone:
        del one["range"]  # a whole zone has several
    for level, named in one.items():
        found = [row.place.id for row in folder.rows if row.place.level == level]
        if found != [named]:
            what = f"the rows of level {level} are {found}, where range.toml says {named!r}"
            yield Problem(ORGANISATION, level, what, "Keep one such row, with that id")


def _own(file: str, place: PlaceSource) -> Iterator[Problem]:
    shape, example = _SHAPES[place.level]
    if not re.fullmatch(shape, place.id):
        what = f"is no id for a {place.level}"
        yield Problem(file, place.id, what, f"Write it like `{example}`")


def _parent(file: str, place: PlaceSource, levels: dict[str, str]) -> Iterator[Problem]:
    above = _PARENTS[place.level]
    known = levels.get(place.parent, "")
    if (above and known not in above) or (not above and place.parent):
        what = f"has the parent {place.parent!r}, which is {known or 'no row of this file'}"
        fix = f"Name the id of a {' or '.join(above)}" if above else "Leave the parent blank"
        yield Problem(file, place.id, what, fix)
    elif "/" in place.id and place.parent.partition("/")[0] != place.id.partition("/")[0]:
        what = f"lies in another district than its parent {place.parent!r}"
        yield Problem(file, place.id, what, "Correct the id or the parent")


def _twice(rows: list[PlaceRow]) -> Iterator[Problem]:
    files = {row.place.id: row.file for row in rows}
    for place, count in Counter(row.place.id for row in rows).items():
        if count > 1:
            what = f"stands in {count} rows"
            yield Problem(files[place], place, what, "Give each row its own id")
