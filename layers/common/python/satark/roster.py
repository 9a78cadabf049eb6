"""The officers who hear of tips, and the offices that they hold."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Officer:
    """`office` is a level and the id of its place: `range:varanasi`, `thana:jaunpur/kotwali`.

    `seen_at` is the time of the officer's last message to us, which opens the 24-hour window.
    Who is `suspended` serves at no office, hears of no tip and acts on none. `changed_at` is when
    another phone, SIM or number was last found behind the officer's name. `identity_key` stands for
    the one that is trusted: the first that wrote since the officer was enlisted or vouched for.
    """

    id: str
    name: str
    rank: str
    office: str
    language: str
    seen_at: datetime | None = None
    suspended: bool = False
    changed_at: datetime | None = None
    identity_key: str | None = None
