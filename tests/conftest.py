"""What all suites share: one road for those that need the whole system."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.road import Road, open_road

# Time is measured by benchmarks; a test fails by what it finds, on a busy machine too.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

SHARED = {
    "journey": "road",
    "promises": "road",
    "browser": "page",
    "local/cloud": "toy",
    "unit/flow/test_reachable.py": "reachable",
    "unit/lake/test_queries.py": "small lake",
    "unit/reports/test_gathering.py": "gathered",
}
"""What the tests of each of these share, and what is costly to start or to make."""


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in its own hook of this name
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share something costly share a worker, so that it is made once."""
    for item in items:
        suite = Path(item.path).relative_to(Path(__file__).parent)
        for place, shared in SHARED.items():
            if suite.is_relative_to(place):
                item.add_marker(pytest.mark.xdist_group(shared))


@pytest.fixture(scope="session")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    with open_road(tmp_path_factory.mktemp("road")) as opened:
        yield opened
