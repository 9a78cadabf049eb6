"""What all suites share: one road for those that need the whole system."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.road import Road, open_road

# Time is measured by benchmarks; a test fails by what it finds, on a busy machine too.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

SYSTEMS = {"journey": "road", "promises": "road", "browser": "page"}
"""The running system that each of these suites shares."""


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in its own hook of this name
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share a system share a worker, so that it is started once."""
    for item in items:
        suite = Path(item.path).relative_to(Path(__file__).parent).parts[0]
        if suite in SYSTEMS:
            item.add_marker(pytest.mark.xdist_group(SYSTEMS[suite]))


@pytest.fixture(scope="session")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    with open_road(tmp_path_factory.mktemp("road")) as opened:
        yield opened
