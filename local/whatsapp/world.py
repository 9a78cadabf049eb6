"""All that one simulated WhatsApp consists of, for the modules that act in it."""

from local.whatsapp.chats import Chats
from local.whatsapp.clock import SimulatedClock
from local.whatsapp.faults import Faults
from local.whatsapp.jobs import Jobs
from local.whatsapp.media import MediaStore
from local.whatsapp.phones import Phones
from local.whatsapp.rates import Rates
from local.whatsapp.requests import RequestLog
from local.whatsapp.settings import BusinessNumber, SimulatorSettings
from local.whatsapp.templates import TemplateRegistry
from local.whatsapp.webhooks import Webhooks


class World:
    def __init__(self, settings: SimulatorSettings) -> None:
        self.settings = settings
        self.clock = SimulatedClock()
        self.faults = Faults()
        self.jobs = Jobs(self.clock)
        self.webhooks = Webhooks(settings, self.clock, self.jobs, self.faults)
        self.templates = TemplateRegistry()
        self.media = MediaStore()
        self.phones = Phones()
        self.chats = Chats()
        self.rates = Rates(throughput=settings.throughput, pair_burst=settings.pair_burst)
        self.requests = RequestLog()

    def line(self, name: str) -> BusinessNumber:
        """Raises LookupError that names the lines there are."""
        for line in self.settings.lines:
            if line.line == name:
                return line
        names = ", ".join(line.line for line in self.settings.lines)
        raise LookupError(f"no business number is called {name!r}; there are: {names}")
