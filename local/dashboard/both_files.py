"""The files of a running system, and samples in place of those that made-up cases have not."""

from dataclasses import dataclass
from datetime import timedelta

from satark.ports import EvidenceViews
from satark.tip import Evidence


@dataclass(frozen=True, slots=True)
class BothFiles:
    live: EvidenceViews
    sample: EvidenceViews

    @property
    def origin(self) -> str:
        """Two, as a policy has them."""
        return f"{self.sample.origin} {self.live.origin}"

    def view(self, file: Evidence, *, name: str, lives: timedelta) -> str:
        """Nothing that is made up lies anywhere."""
        return (self.live if file.key else self.sample).view(file, name=name, lives=lives)
