"""A WhatsApp Cloud API simulator, as strict as Meta: import from here."""

from local.whatsapp.errors import GraphError
from local.whatsapp.messages import Message, Option
from local.whatsapp.person import Person
from local.whatsapp.settings import OFFICERS, TIPS, BusinessNumber, SimulatorSettings
from local.whatsapp.simulator import WhatsAppSimulator
from local.whatsapp.webhooks import Delivery

__all__ = [
    "OFFICERS",
    "TIPS",
    "BusinessNumber",
    "Delivery",
    "GraphError",
    "Message",
    "Option",
    "Person",
    "SimulatorSettings",
    "WhatsAppSimulator",
]
