"""The phones page for the running system, the mailbox beside it, and a link to the dashboard."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from local.connection import connect
from local.mailbox.pages import HOME, Mailbox
from local.mailbox.seeding import Seeding, half_year_mailed
from local.phones import create_app
from local.roster import officers_of
from local.stores import police_side
from local.system import Setup, System
from local.whatsapp import WhatsAppSimulator
from satark.lake.rows import indian


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
        links={"mailbox": HOME} | ({"dashboard": dashboard} if dashboard else {}),
        beside=_mailbox(system, dashboard).routes(),
    )
    simulator.start(page)
    try:
        connect(system, simulator)
        yield simulator
    finally:
        simulator.stop()


def _mailbox(system: System, dashboard: str) -> Mailbox:
    today = indian(datetime.now(UTC)).date()
    seeding = Seeding(lambda: half_year_mailed(system, last=today))
    return Mailbox(system.cloud.mails, seeding, dashboard=dashboard)
