"""The dashboard for the running system."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.dashboard.site import Site
from local.dashboard.app import Demo
from local.dashboard.people import people
from local.seed import lake
from local.whatsapp.server import ThreadedServer
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.rows import indian
from satark.police_range.model import PoliceRange


@contextmanager
def dashboard(police_range: PoliceRange, *, roster: Path, port: int = 0) -> Iterator[str]:
    """Its address, until the block ends. The half year ends today, in India.

    It is made up meanwhile, and the first page waits for it.
    """
    with ThreadPoolExecutor(1) as aside:
        site = aside.submit(_seeded, police_range, last=indian(datetime.now(UTC)).date())
        demo = Demo(site.result, people(roster, police_range), police_range)
        server = ThreadedServer(demo.app(), port=port)
        server.start()
        try:
            yield server.url
        finally:
            server.stop()


def _seeded(police_range: PoliceRange, *, last: date) -> Site:
    """The rows are in memory once they are read: the files need not stay."""
    with TemporaryDirectory() as folder:
        lake.write(Path(folder), police_range, last=last)
        return Site(DuckDbEngine(Path(folder), kept=True), police_range, sample=True)
