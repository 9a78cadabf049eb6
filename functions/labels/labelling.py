"""Puts on a case what its files show or say, each file once, and raises its level by that."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain

from functions.labels.by_rules import ByRules
from satark.case import Case, FileLabelled, Happening, LevelRaised, TipExtended, TipFiled
from satark.deadline import standing
from satark.evidence import shelf_of
from satark.labels import By, ToLabel
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, Conflicted, Labeller
from satark.rating import raised
from satark.tip import Evidence

_ATTEMPTS = 5

type Decide = Callable[[Case], Happening | None]


@dataclass(frozen=True, slots=True)
class FileLabels:
    """How to find the labels of a file, which is done once; None: they come later."""

    by: By
    labels: Callable[[], tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Labelling:
    cases: CaseStore
    labeller: Labeller
    police_range: PoliceRange

    def look(self, asked: ToLabel, at: datetime) -> None:
        """Safe to repeat. Raises Conflicted, and whatever a port raises."""
        case = self._case(asked.case_id)
        labeller = self._labeller(case)
        for item in _sent(case, asked.event_id):
            labels = partial(labeller.labels, case.case_id, item)
            self.settle(asked.case_id, item.key, FileLabels(labeller.by, labels), at)

    def settle(self, case_id: str, key: str, found: FileLabels, at: datetime) -> None:
        """Nothing is ever lowered, and nobody who hears of the case is another for it."""
        labelled = f"labelled {key}"
        if not self._case(case_id).records(labelled):
            if (labels := found.labels()) is None:
                return
            self._append(case_id, labelled, at, lambda _: FileLabelled(key, found.by, labels))
        self._append(case_id, f"raised by {key}", at, self._raised)

    def files(self, case_id: str) -> tuple[Evidence, ...]:
        """All that the tipster has sent and that was kept."""
        case = self._case(case_id)
        return tuple(chain.from_iterable(_sent(case, event.id) for event in case.events))

    def _case(self, case_id: str) -> Case:
        return Case.of(self.cases.events(case_id))

    def _labeller(self, case: Case) -> Labeller:
        """A machine is not shown what may show a woman or a child who was wronged."""
        if shelf_of(case.tip.category, self.police_range) == "protected":
            return ByRules(self.police_range.sensitivity)
        return self.labeller

    def _raised(self, case: Case) -> LevelRaised | None:
        happened = (event.what for event in case.events)
        labelled = (what.labels for what in happened if isinstance(what, FileLabelled))
        rules = self.police_range.sensitivity
        after = raised(case.sensitivity, chain.from_iterable(labelled), rules)
        return LevelRaised(after) if after and case.open else None

    def _append(self, case_id: str, event_id: str, at: datetime, decide: Decide) -> None:
        for _ in range(_ATTEMPTS):
            case = self._case(case_id)
            if case.records(event_id) or (what := decide(case)) is None:
                return None
            event = case.next(event_id, at, what)
            after = Case.of((*case.events, event))
            with suppress(Conflicted):
                return self.cases.append(event, standing(after, self.police_range))
        raise Conflicted(f"{_ATTEMPTS} attempts to append to a case")


def _sent(case: Case, event_id: str) -> tuple[Evidence, ...]:
    """The files of this event that were kept."""
    for event in case.events:
        match event.what:
            case TipFiled(tip=tip) if event.id == event_id:
                return tuple(item for item in tip.evidence if item.state == "kept")
            case TipExtended(evidence=item) if event.id == event_id and item:
                return (item,) if item.state == "kept" else ()
    return ()
