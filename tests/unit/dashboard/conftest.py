from collections.abc import Iterator

import pytest

from satark.lake.queries import QueryEngine
from tests.unit.dashboard.world import lake


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryEngine]:
    """A lake in which everything has happened to one case."""
    with lake(tmp_path_factory.mktemp("everything")) as engine:
        yield engine
