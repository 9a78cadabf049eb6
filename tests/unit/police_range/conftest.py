import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from satark.police_range.build import build
from satark.police_range.model import PoliceRange

RANGES = Path(__file__).parents[3] / "ranges"
VARANASI = RANGES / "varanasi"
SHIPPED = sorted(folder for folder in RANGES.iterdir() if folder.is_dir())

type Edit = Callable[[str, str, str], None]


@cache
def built(folder: Path = VARANASI) -> PoliceRange:
    return build(folder)


@pytest.fixture(scope="session")
def varanasi() -> PoliceRange:
    return built()


@pytest.fixture(scope="session", params=SHIPPED, ids=lambda folder: folder.name)
def shipped(request: pytest.FixtureRequest) -> PoliceRange:
    """Every range in ranges/, one after the other."""
    return built(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of Varanasi Range that a test may break."""
    return Path(shutil.copytree(VARANASI, tmp_path / "varanasi"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace one passage of a file in the copy."""

    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace
