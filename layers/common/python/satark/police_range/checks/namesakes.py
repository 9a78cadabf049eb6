"""A name that is typed must not mean two districts, or two thanas of one district."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from satark.police_range.folder import Folder, PlaceRow
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts


def namesake_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    for group in _groups(folder.rows):
        files = {row.place.id: row.file for row in group}
        for spelling, places in _meant(group).items():
            if len(places) > 1:
                what = f"the spelling {spelling!r} means {' and '.join(sorted(places))}"
                yield Problem(files[min(places)], min(places), what, "Keep it for one of them")


def _groups(rows: list[PlaceRow]) -> Iterable[list[PlaceRow]]:
    groups: dict[str, list[PlaceRow]] = defaultdict(list)
    for row in rows:
        if row.place.level == "district":
            groups[""].append(row)
        elif row.place.level == "thana":
            groups[row.place.id.partition("/")[0]].append(row)
    return groups.values()


def _meant(rows: list[PlaceRow]) -> dict[str, set[str]]:
    meant: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for spelling in (*row.names.values(), *row.place.aliases):
            meant[folded(spelling)].add(row.place.id)
    return meant


def folded(words: str) -> str:
    """As the dialogue compares: without case, blanks and signs; vowel signs are kept."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LMN")
