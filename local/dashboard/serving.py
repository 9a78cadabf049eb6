"""The dashboard for the running system, and the user pool that its people sign in by."""

import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import urllib3
from starlette.routing import Route

from functions.dashboard.sign_in.entrance import LEFT, RETURN, Address, Entrance
from functions.dashboard.site import Site
from local.cloud.process import HOST, free_port
from local.cognito.grants import Client
from local.cognito.server import PoolServer
from local.cognito.signing import Signer
from local.dashboard.app import Served
from local.dashboard.sample_reports import PATH
from local.dashboard.sources import Sources
from local.whatsapp.server import ThreadedServer
from satark.aws.cognito import CognitoPool

CLIENT: Final = "dashboard-of-this-machine"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pool's host has another name, so that a browser takes it for another site, as in AWS."""

    dashboard: str
    pool: str


@contextmanager
def dashboard(sources: Sources, *, port: int = 0) -> Iterator[Addresses]:
    """Until the block ends. The half year is made up meanwhile, and the first page waits for it."""
    port, pool_port = port or free_port(), free_port()
    at = Addresses(f"http://{HOST}:{port}", f"http://localhost:{pool_port}")
    pool = ThreadedServer(_pool(at, sources).app(), port=pool_port)
    files = (Route(PATH, sources.shelf.file),)
    with ThreadPoolExecutor(1) as aside:
        current = aside.submit(Current, sources, at)
        served = Served(lambda: current.result().site(), sources.now, files)
        pages = ThreadedServer(served.app(), port=port)
        pool.start()
        pages.start()
        try:
            yield at
        finally:
            pages.stop()
            pool.stop()


class Current:
    """A site remembers its answers: whenever there is more to count, another takes its place."""

    def __init__(self, sources: Sources, at: Addresses) -> None:
        self._stores, self._lake = sources.stores(at.dashboard)
        self._entrance = _entrance(at)
        self._site = self._made()

    def site(self) -> Site:
        if self._lake.catches_up():
            self._site = self._made()
        return self._site

    def _made(self) -> Site:
        return Site(self._stores, entrance=self._entrance, sample=True)


def _pool(at: Addresses, sources: Sources) -> PoolServer:
    return PoolServer(
        Signer(issuer=at.pool, audience=CLIENT),
        Client(CLIENT, callback=at.dashboard + RETURN, logout=at.dashboard + LEFT),
        sources.people(),
        sources.police_range,
        now=sources.now,
    )


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
