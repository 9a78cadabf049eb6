"""What Meta would tell the system: from the environment, else as our own simulator says.

docs/whatsapp-setup.md lists the variables with which an outside client takes Meta's place.
"""

import os
from dataclasses import dataclass, replace

from local.whatsapp import BusinessNumber, SimulatorSettings


@dataclass(frozen=True, slots=True)
class Meta:
    """`simulated`: our own simulator answers at `graph_api_url`, else somebody else's does."""

    settings: SimulatorSettings
    graph_api_url: str
    simulated: bool = True

    @classmethod
    def from_environment(cls, *, port: int) -> "Meta":
        """`port` is the one at which our simulator would answer."""
        made_up = SimulatorSettings(port=port)
        settings = replace(
            made_up,
            app_secret=os.environ.get("APP_SECRET", made_up.app_secret),
            verify_token=os.environ.get("VERIFY_TOKEN", made_up.verify_token),
            lines=tuple(_line(line) for line in made_up.lines),
        )
        outside = os.environ.get("GRAPH_API_URL")
        own = f"http://{settings.host}:{port}"
        return cls(settings, graph_api_url=outside or own, simulated=not outside)

    @property
    def tips(self) -> BusinessNumber:
        return self.settings.lines[0]

    @property
    def officers(self) -> BusinessNumber:
        return self.settings.lines[1]


def _line(line: BusinessNumber) -> BusinessNumber:
    name = line.line.upper()
    return replace(
        line,
        phone_number_id=os.environ.get(f"{name}_PHONE_NUMBER_ID", line.phone_number_id),
        token=os.environ.get(f"{name}_TOKEN", line.token),
    )
