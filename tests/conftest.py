"""What all suites share: one road for those that need the whole system."""

from collections.abc import Iterator
from pathlib import PurePath

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

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


class Sharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Tests that share something costly share a worker, so that it is made once."""

    def _split_scope(self, nodeid: str) -> str:
        file = PurePath(nodeid.partition("::")[0]).relative_to("tests")
        found = (shared for place, shared in SHARED.items() if file.is_relative_to(place))
        return next(found, nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    """Xdist's own groups are names that pytest 9.2 no longer lets it add to a test's."""
    return Sharing(config, log)


@pytest.fixture(scope="session")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    with open_road(tmp_path_factory.mktemp("road")) as opened:
        yield opened
