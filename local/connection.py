"""Ties the system and our WhatsApp simulator together, as docs/whatsapp-setup.md does at Meta."""

from local.system import System
from local.templates import as_submitted
from local.whatsapp import WhatsAppSimulator


def connect(system: System, whatsapp: WhatsAppSimulator) -> None:
    """Approve the range's templates, keep both clocks together, and verify the webhook.

    Raises HandshakeError where the webhook answers wrongly.
    """
    whatsapp.register_templates(map(as_submitted, system.police_range.templates))
    whatsapp.clock.on_jump(lambda: system.cloud.set_clock(ahead=whatsapp.clock.offset))
    whatsapp.webhook_url = system.webhook_url
    whatsapp.verify_webhook()
