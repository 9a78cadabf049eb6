"""The phones page for the running system, with a link to the dashboard."""

from collections.abc import Iterator
from contextlib import contextmanager

from local.connection import connect
from local.phones import create_app
from local.roster import officers_of
from local.stores import police_side
from local.system import Setup, System
from local.whatsapp import WhatsAppSimulator


@contextmanager
def phones_page(
    system: System, setup: Setup, *, dashboard: str = ""
) -> Iterator[WhatsAppSimulator]:
    """The page and the Graph API, served from one port and connected, until the block ends."""
    simulator = WhatsAppSimulator(setup.meta.settings)
    page = create_app(
        simulator,
        officers=officers_of(setup.roster, system.police_range),
        stores=lambda: police_side(system.deployment),
        dashboard=dashboard,
    )
    simulator.start(page)
    try:
        connect(system, simulator)
        yield simulator
    finally:
        simulator.stop()
