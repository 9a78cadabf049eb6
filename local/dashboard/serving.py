"""The dashboard for the running system, and the user pool that its people sign in by."""

import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import urllib3

from functions.dashboard.sign_in.entrance import LEFT, RETURN, Address, Entrance
from functions.dashboard.site import Site
from functions.dashboard.stores import Stores
from local.cloud.process import HOST, free_port
from local.cognito.grants import Client
from local.cognito.server import PoolServer
from local.cognito.signing import Signer
from local.dashboard.app import Served
from local.dashboard.people import Enlisted, people
from local.dashboard.sample_evidence import SampleEvidence
from local.dashboard.sample_ledger import SampleLedger
from local.seed import lake
from local.seed.half_year import half_year
from local.whatsapp.server import ThreadedServer
from satark.aws.cognito import CognitoPool
from satark.lake.duckdb_engine import DuckDbEngine
from satark.lake.rows import indian
from satark.police_range.model import PoliceRange

CLIENT: Final = "dashboard-of-this-machine"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pool's host has another name, so that a browser takes it for another site, as in AWS."""

    dashboard: str
    pool: str


@contextmanager
def dashboard(police_range: PoliceRange, *, roster: Path, port: int = 0) -> Iterator[Addresses]:
    """Until the block ends. The half year ends today, in India.

    It is made up meanwhile, and the first page waits for it.
    """
    port, pool_port = port or free_port(), free_port()
    at = Addresses(f"http://{HOST}:{port}", f"http://localhost:{pool_port}")
    enlisted = Enlisted(roster)
    today = indian(datetime.now(UTC)).date()
    pool = ThreadedServer(_pool(at, enlisted, police_range).app(), port=pool_port)
    with ThreadPoolExecutor(1) as aside:
        site = aside.submit(_seeded, police_range, at, enlisted, last=today)
        pages = ThreadedServer(Served(site.result).app(), port=port)
        pool.start()
        pages.start()
        try:
            yield at
        finally:
            pages.stop()
            pool.stop()


def _pool(at: Addresses, enlisted: Enlisted, police_range: PoliceRange) -> PoolServer:
    return PoolServer(
        Signer(issuer=at.pool, audience=CLIENT),
        Client(CLIENT, callback=at.dashboard + RETURN, logout=at.dashboard + LEFT),
        people(enlisted.officers, police_range),
        police_range,
    )


def _seeded(police_range: PoliceRange, at: Addresses, enlisted: Enlisted, *, last: date) -> Site:
    """The rows are in memory once they are read: the files need not stay."""
    with TemporaryDirectory() as folder:
        lake.write(Path(folder), police_range, last=last)
        stores = Stores(
            engine=DuckDbEngine(Path(folder), kept=True),
            police_range=police_range,
            cases=SampleLedger(half_year(police_range, last=last)),
            roster=enlisted,
            evidence=SampleEvidence(at.dashboard),
        )
        return Site(stores, entrance=_entrance(at), sample=True)


def _entrance(at: Addresses) -> Entrance:
    address = Address(
        pool_url=at.pool, issuer=at.pool, client_id=CLIENT, dashboard_url=at.dashboard
    )
    pool = CognitoPool(
        urllib3.PoolManager(),
        url=address.pool_url,
        issuer=address.issuer,
        client_id=address.client_id,
        redirect_uri=address.redirect_uri,
    )
    return Entrance(pool, address, chance=secrets.token_bytes)
