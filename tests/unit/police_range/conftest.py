import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from satark.police_range.build import build
from satark.police_range.model import PoliceRange

VARANASI = Path(__file__).parents[3] / "ranges" / "varanasi"

type Edit = Callable[[str, str, str], None]


@cache
def _built() -> PoliceRange:
    return build(VARANASI)


@pytest.fixture(scope="session")
def varanasi() -> PoliceRange:
    return _built()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped range that a test may break."""
    return Path(shutil.copytree(VARANASI, tmp_path / "varanasi"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace one passage of a file in the copy."""

    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace
