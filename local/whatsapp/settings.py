"""What a simulated Meta app is set up with: its numbers, secrets, webhook and limits."""

import secrets
from dataclasses import dataclass, field, replace


def _secret() -> str:
    return field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessNumber:
    """A business phone number of the app.

    `display_number` is digits with the country code. Numbers of one `portfolio` see the same
    business-scoped user id of a person. With `identity_check` on, webhooks tell the hash of a
    person's identity key, and a send that names another one is refused (137000).
    https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
    """

    line: str
    phone_number_id: str
    waba_id: str
    display_number: str
    verified_name: str = "Satark Mitra"
    portfolio: str = "portfolio-1"
    identity_check: bool = False
    token: str = _secret()


TIPS = BusinessNumber(
    line="tips",
    phone_number_id="106540352242901",
    waba_id="102290129340301",
    display_number="919000000001",
)
OFFICERS = BusinessNumber(
    line="officers",
    phone_number_id="106540352242902",
    waba_id="102290129340302",
    display_number="919000000002",
    verified_name="Satark Mitra Officers",
)


def two_lines() -> tuple[BusinessNumber, ...]:
    """The tips line and the officers line, each with a fresh token."""
    return tuple(replace(line, token=secrets.token_urlsafe(24)) for line in (TIPS, OFFICERS))


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatorSettings:
    """`webhook_url` None: webhooks are recorded and sent nowhere.

    `retry_delays` are seconds of the simulated clock between attempts of a webhook that was not
    answered with 200. `late_errors` are the codes that Meta reports by a `failed` status after
    it accepted the message, instead of in the HTTP response.
    """

    lines: tuple[BusinessNumber, ...] = field(default_factory=two_lines)
    webhook_url: str | None = None
    app_secret: str = _secret()
    verify_token: str = _secret()
    host: str = "127.0.0.1"
    port: int = 0
    versions: tuple[str, ...] = ("v21.0", "v22.0", "v23.0", "v24.0", "v25.0", "v26.0")
    retry_delays: tuple[float, ...] = (1, 5, 30, 120, 600, 1800, 3600, 7200, 14400, 28800, 57600)
    webhook_timeout: float = 30
    late_errors: frozenset[int] = frozenset({131026})
    throughput: int = 80
    pair_burst: int = 45
