"""Labels of a machine, which looks at pictures at once and takes its time for recordings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from functions.labels.by_rules import ByRules
from satark.labels import By, hearing_id
from satark.police_range.rules import SensitivityRules
from satark.ports import Ear, Eye
from satark.rating import said
from satark.tip import Evidence


@dataclass(frozen=True, slots=True)
class ByMachine:
    rules: SensitivityRules
    eye: Eye
    ear: Ear
    by: ClassVar[By] = "machine"

    def labels(self, case_id: str, item: Evidence) -> tuple[str, ...] | None:
        match item.media:
            case "image":
                return (*self._written(item), *shown(self.eye.sees(item), self.rules))
            case "audio" if self.ear.listens(hearing_id(case_id, item.key), item):
                return None
        return self._written(item)

    def heard(self, hearing: str, item: Evidence) -> tuple[str, ...]:
        """Which signals were said, once the machine has listened. The words themselves go."""
        spoken = said([self.ear.heard(hearing)], self.rules)
        held = (reason.id.replace("lexicon.", "speech.") for reason in spoken)
        return (*self._written(item), *held)

    def _written(self, item: Evidence) -> tuple[str, ...]:
        return ByRules(self.rules).labels("", item)


def shown(names: Iterable[str], rules: SensitivityRules) -> Iterator[str]:
    """The range's signals for which these names of things stand."""
    seen = set(names)
    for signal in rules.labels:
        if seen.intersection(signal.signs):
            yield f"label.{signal.id}"
