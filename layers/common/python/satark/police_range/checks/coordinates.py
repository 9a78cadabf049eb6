from collections.abc import Iterator

from satark.police_range.folder import ORGANISATION, Folder
from satark.police_range.problems import Problem
from satark.police_range.source import Bounds, PlaceSource
from satark.police_range.texts import Texts


def coordinate_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    if folder.range is None:
        return
    bounds = folder.range.bounds
    yield from _unbound(folder, bounds)
    for row in folder.rows:
        if box := bounds.get(row.place.id.partition("/")[0]):
            yield from _outside(row.file, row.place, box)


def _unbound(folder: Folder, bounds: dict[str, Bounds]) -> Iterator[Problem]:
    districts = {row.place.id for row in folder.rows if row.place.level == "district"}
    for district in sorted(districts - bounds.keys()):
        yield Problem("range.toml", f"bounds.{district}", "is missing", "Add the district's bounds")
    for unknown in sorted(bounds.keys() - districts):
        fix = f"Remove it, or add the district to {ORGANISATION}"
        yield Problem("range.toml", f"bounds.{unknown}", "is no district", fix)


def _outside(file: str, place: PlaceSource, box: Bounds) -> Iterator[Problem]:
    if (place.lat is None) != (place.lon is None):
        yield Problem(file, place.id, "has half a coordinate", "Give lat and lon, or neither")
    elif place.lat is not None and place.lon is not None and not box.hold(place.lat, place.lon):
        what = f"{place.lat}, {place.lon} lies outside its district"
        yield Problem(file, place.id, what, "Correct lat and lon; they may be swapped")
