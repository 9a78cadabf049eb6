"""What must be true of a range's folder, beyond the shape of each of its files."""

from collections.abc import Iterator

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.texts import Texts


def problems(folder: Folder, texts: Texts) -> Iterator[Problem]:
    yield from ()
