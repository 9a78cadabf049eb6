"""What reports are set in, fetched once where `make` has not done so."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest

from functions.reports.drawing import Press
from infra.typefaces import fetch
from local.report import TYPEFACES
from local.seed import lake
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.layout import day_in
from tests.samples import varanasi

SINCE = "2026-10-01"
"""The half year is cut here: two months are enough for a report of the second."""


@pytest.fixture(scope="session")
def press() -> Press:
    if not TYPEFACES.exists():
        work = Path(mkdtemp(dir=_made(TYPEFACES.parent)))
        fetch(work)
        try:
            work.rename(TYPEFACES)
        except OSError:  # another worker was faster
            shutil.rmtree(work)
    return Press(TYPEFACES)


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDbEngine]:
    """Two made-up months of cases."""
    folder = tmp_path_factory.mktemp("lake")
    for one in lake.objects(varanasi(), last=date(2026, 11, 30)):
        if day_in(one.key) >= SINCE:
            _made((folder / one.key).parent)
            (folder / one.key).write_bytes(one.body)
    with DuckDbEngine(folder) as opened:
        yield opened


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
