"""Labels by rules, not by looking: what the sender wrote under a file."""

from dataclasses import dataclass
from typing import ClassVar

from satark.labels import By
from satark.police_range.rules import SensitivityRules
from satark.rating import said
from satark.tip import Evidence


@dataclass(frozen=True, slots=True)
class ByRules:
    rules: SensitivityRules
    by: ClassVar[By] = "rules"

    def labels(self, _case_id: str, item: Evidence) -> tuple[str, ...]:
        return tuple(reason.id for reason in said([item.caption], self.rules))
