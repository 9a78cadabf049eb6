"""The whole road for tests: real handlers under their own roles, and WhatsApp as strict as Meta."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from local.cloud.assembly import Assembly
from local.cloud.process import HOST, free_port
from local.connection import connect
from local.meta import Meta
from local.system import Setup, System, example_roster, running, synthesise
from local.whatsapp import Person, SimulatorSettings, WhatsAppSimulator

RANGE = "varanasi"


@dataclass(frozen=True, slots=True)
class Road:
    """`officers` by office, such as `thana:ghazipur/zamania`; the first of each office.

    `pool_port` is where the dashboard's function looks for its user pool.
    """

    system: System
    whatsapp: WhatsAppSimulator
    officers: dict[str, Person]
    pool_port: int
    _numbers: Iterator[int]

    def stranger(self, name: str = "Asha", *, username: str | None = None) -> Person:
        """Somebody who never wrote before, with a number of their own."""
        number = f"+91 9000000{next(self._numbers)}"
        return self.whatsapp.person(name=name, number=number, username=username)

    def settle(self) -> None:
        """Wait until nothing is on its way, in the cloud or at Meta."""
        self.system.cloud.settle()
        self.whatsapp.settles()
        self.system.cloud.settle()


@contextmanager
def open_road(
    state: Path, change: Callable[[Assembly], Assembly] = lambda assembly: assembly
) -> Iterator[Road]:
    """Synthesise, deploy and connect. `change` may alter what is deployed, to see a test fail."""
    pool_port = free_port()
    with WhatsAppSimulator(SimulatorSettings()) as whatsapp:
        meta = Meta(whatsapp.settings, graph_api_url=whatsapp.url)
        setup = Setup(
            meta=meta,
            range_name=RANGE,
            state=state / "cloud",
            roster=example_roster(RANGE),
            record=True,
            schedules=False,
            pool_url=f"http://{HOST}:{pool_port}",
        )
        assembly = change(synthesise(setup, state / "cdk"))
        with running(assembly, setup) as system:
            connect(system, whatsapp)
            yield Road(system, whatsapp, _officers(whatsapp, setup.roster), pool_port, count(301))


def _officers(whatsapp: WhatsAppSimulator, roster: Path) -> dict[str, Person]:
    with roster.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["number"]]
    return {
        row["office"]: whatsapp.person(name=row["name"], number=row["number"], line="officers")
        for row in reversed(rows)
    }
