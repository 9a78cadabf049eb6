"""WhatsApp on a laptop: Meta's side of the Graph API, the phones, and the webhooks."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Self

from starlette.types import ASGIApp

from local.whatsapp import bursts, handshake
from local.whatsapp.chats import Chats
from local.whatsapp.clock import SimulatedClock
from local.whatsapp.faults import Faults
from local.whatsapp.graph import graph_app
from local.whatsapp.identity import Identity, digits
from local.whatsapp.person import Person
from local.whatsapp.requests import RequestLog
from local.whatsapp.server import ThreadedServer
from local.whatsapp.settings import SimulatorSettings
from local.whatsapp.webhooks import Change, Delivery
from local.whatsapp.world import World


class WhatsAppSimulator:
    """Use as a context manager, or call `start` and `stop`."""

    def __init__(self, settings: SimulatorSettings | None = None) -> None:
        self.settings = settings or SimulatorSettings()
        self.world = World(self.settings)
        self.world.webhooks.on_accepted = self._carried_by
        self.people: dict[str, Person] = {}
        self._server: ThreadedServer | None = None

    def start(self, app: ASGIApp | None = None) -> Self:
        """Serve the Graph API at `url`, or an app that contains it.

        Raises OSError where the port is taken.
        """
        served = app or graph_app(self.world)
        self._server = ThreadedServer(served, host=self.settings.host, port=self.settings.port)
        self._server.start()
        return self

    def stop(self) -> None:
        self.chats.ring("stop", "")
        if self._server:
            self._server.stop()
        self.world.jobs.stop()
        self.world.webhooks.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the Graph API is served, to be used as GRAPH_API_URL."""
        if self._server is None:
            raise RuntimeError("the simulator is not served yet: call start()")
        return self._server.url

    @property
    def webhook_url(self) -> str | None:
        return self.world.webhooks.url

    @webhook_url.setter
    def webhook_url(self, url: str | None) -> None:
        self.world.webhooks.url = url

    @property
    def clock(self) -> SimulatedClock:
        return self.world.clock

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def chats(self) -> Chats:
        return self.world.chats

    @property
    def requests(self) -> RequestLog:
        """Every call of the Graph API."""
        return self.world.requests

    @property
    def deliveries(self) -> list[Delivery]:
        """Every webhook POST with the answers to its attempts."""
        return self.world.webhooks.deliveries

    def register_templates(self, templates: Iterable[Mapping[str, Any]]) -> None:
        """Take templates (name, language, components…) as approved by Meta."""
        self.world.templates.add(templates)

    def person(
        self,
        *,
        name: str,
        number: str,
        line: str | None = None,
        bsuid: str | bool = True,
        username: str | None = None,
    ) -> Person:
        """A person with WhatsApp. With a `username` the business never sees the number.

        `bsuid` True: Meta makes one up for each portfolio; False plays the time before April 2026,
        when there were none.
        """
        identity = Identity(
            name=name,
            number=digits(number),
            username=username,
            fixed_bsuid=bsuid if isinstance(bsuid, str) else None,
            has_bsuid=bool(bsuid),
        )
        home = self.world.line(line or self.settings.lines[0].line)
        person = Person(self.world, self.world.phones.add(identity, home.line))
        self.people[person.phone.id] = person
        self.chats.ring("people", person.phone.id)
        return person

    def verify_webhook(self) -> None:
        """Meta's handshake by GET; raises `HandshakeError` where the webhook answers wrongly."""
        handshake.verify(self.webhook_url, self.settings.verify_token)

    def in_one_post(self, *, entries: int = 1) -> AbstractContextManager[None]:
        """What happens in the block reaches the webhook as one POST."""
        return bursts.in_one_post(self.world.webhooks, entries=entries)

    def at_once(self) -> AbstractContextManager[None]:
        """What happens in the block reaches the webhook as simultaneous POSTs."""
        return bursts.at_once(self.world.webhooks)

    def reversed_order(self) -> AbstractContextManager[None]:
        """What happens in the block reaches the webhook with the last first."""
        return bursts.reversed_order(self.world.webhooks)

    def redelivers(self, delivery: Delivery) -> Delivery:
        """Post the same bytes once more, as a retry days later would."""
        return self.world.webhooks.post_body(delivery.body, changes=delivery.changes)

    def posts(self, body: bytes, *, signature: str | None = None) -> Delivery:
        """Post any bytes; signed with the app secret unless a signature is given."""
        return self.world.webhooks.post_body(body, signature=signature)

    def posts_change(self, line: str, field: str, value: dict[str, Any]) -> Delivery | None:
        """Post a change of another field, such as `account_update`."""
        change = Change(waba_id=self.world.line(line).waba_id, field=field, value=value)
        return self.world.webhooks.post(change)

    def settles(self, *, timeout: float = 10) -> None:
        """Wait until no status is on its way and no retry is due."""
        if not self.world.jobs.settle(timeout):
            raise AssertionError(f"webhooks were still on their way after {timeout} s")

    def _carried_by(self, change: Change) -> None:
        message = self.chats.find(change.wamid) if change.wamid else None
        if message:
            self.chats.marks(message, "delivered")
