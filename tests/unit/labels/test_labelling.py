"""Each file is labelled once; a level goes up by that, and never down."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from functions.labels.by_rules import ByRules
from functions.labels.labelling import Labelling
from satark.case import (
    Case,
    CaseEvent,
    FileLabelled,
    Happening,
    LevelRaised,
    OfficerActed,
    TipExtended,
    TipFiled,
)
from satark.identity import Handle
from satark.labels import By, ToLabel
from satark.sensitivity import Reason, Sensitivity
from satark.tip import Evidence
from tests.fakes import Ledger
from tests.samples import AT, TIP, varanasi

CASE = "48291376"
PHOTO = Evidence("image", "kept", key="kept/p1", mime="image/jpeg", size=9)
VIOLENCE = Reason("label.violence", 40)
RULES = varanasi().sensitivity


@dataclass
class Machine:
    """Says of every file what it is told to say; `shown` are the keys of those that it saw."""

    says: tuple[str, ...] | None = ("label.violence",)
    by: By = "machine"
    shown: list[str] = field(default_factory=list)

    def labels(self, case_id: str, item: Evidence) -> tuple[str, ...] | None:
        self.shown.append(item.key)
        return self.says


def filed(*files: Evidence, category: str = "liquor", score: int = 0) -> Ledger:
    ledger = Ledger()
    tip = replace(TIP, category=category, evidence=files)
    what = TipFiled(tip, Handle("h1"), Sensitivity(score, "normal"))
    ledger.add(CaseEvent(CASE, 1, "filed", AT, what))
    return ledger


def label(ledger: Ledger, machine: Machine | ByRules, event_id: str = "filed") -> None:
    labelling = Labelling(ledger, machine, varanasi())
    labelling.look(ToLabel(CASE, event_id), AT + timedelta(minutes=1))


def happened(ledger: Ledger) -> list[Happening]:
    return [event.what for event in ledger.by_case[CASE][1:]]


def test_a_file_that_shows_violence_is_labelled_and_raises_the_level() -> None:
    ledger = filed(PHOTO)
    label(ledger, Machine())
    raised = Sensitivity(40, "sensitive", (VIOLENCE,))
    assert happened(ledger) == [
        FileLabelled("kept/p1", "machine", ("label.violence",)),
        LevelRaised(raised),
    ]
    assert Case.of(ledger.by_case[CASE]).sensitivity == raised


def test_what_shows_nothing_is_labelled_so_and_raises_nothing() -> None:
    ledger = filed(PHOTO)
    label(ledger, Machine(says=()))
    assert happened(ledger) == [FileLabelled("kept/p1", "machine")]


def test_what_comes_again_changes_nothing() -> None:
    ledger = filed(PHOTO, replace(PHOTO, key="kept/p2"))
    label(ledger, Machine())
    once = happened(ledger)
    label(ledger, Machine(says=("label.weapons",)))
    assert happened(ledger) == once
    assert [what.kind for what in once] == ["file_labelled", "level_raised", "file_labelled"]


def test_after_a_crash_between_the_two_the_level_is_raised_all_the_same() -> None:
    ledger = filed(PHOTO)
    case = Case.of(ledger.by_case[CASE])
    ledger.add(
        case.next("labelled kept/p1", AT, FileLabelled("kept/p1", "machine", ("label.violence",)))
    )
    label(ledger, Machine())
    assert [what.kind for what in happened(ledger)] == ["file_labelled", "level_raised"]


def test_files_that_are_not_enough_alone_may_be_enough_together() -> None:
    ledger = filed(PHOTO, score=0)
    label(ledger, Machine(says=("label.weapons",)))
    added = TipExtended(evidence=replace(PHOTO, key="kept/p2"))
    ledger.add(CaseEvent(CASE, 3, "added", AT, added))
    label(ledger, Machine(says=("label.explosion",)), "added")
    assert Case.of(ledger.by_case[CASE]).sensitivity.level == "sensitive"


def test_an_officer_who_writes_in_the_same_moment_is_not_overwritten() -> None:
    ledger = filed(PHOTO)
    accepted = CaseEvent(CASE, 2, "tap", AT, OfficerActed("o1", "accepted"))
    ledger.before_append = lambda: ledger.add(accepted)
    label(ledger, Machine())
    kinds = [what.kind for what in happened(ledger)]
    assert kinds == ["officer_acted", "file_labelled", "level_raised"]


@pytest.mark.parametrize(
    "item",
    [
        replace(PHOTO, state="quarantined", key="quarantine/q1"),
        replace(PHOTO, state="lost", key=""),
    ],
)
def test_what_was_not_kept_is_shown_to_no_machine(item: Evidence) -> None:
    machine, ledger = Machine(), filed(item)
    label(ledger, machine)
    assert (machine.shown, happened(ledger)) == ([], [])


def protecting() -> Iterator[str]:
    return (category.id for category in varanasi().categories if category.protects)


@pytest.mark.parametrize("category", [*protecting(), "gone"])
def test_what_may_show_a_woman_or_a_child_is_shown_to_no_machine(category: str) -> None:
    machine, ledger = Machine(), filed(PHOTO, category=category)
    label(ledger, machine)
    assert machine.shown == []
    assert happened(ledger) == [FileLabelled("kept/p1", "rules")]


def test_what_comes_later_is_waited_for() -> None:
    ledger = filed(PHOTO)
    label(ledger, Machine(says=None))
    assert happened(ledger) == []


def test_a_closed_case_is_not_made_more_urgent() -> None:
    ledger = filed(PHOTO)
    ledger.add(CaseEvent(CASE, 2, "tap", AT, OfficerActed("o1", "closed")))
    label(ledger, Machine())
    assert [what.kind for what in happened(ledger)] == ["officer_acted", "file_labelled"]


def test_rules_go_by_what_is_written_under_a_file_and_do_not_look() -> None:
    ledger = filed()
    shot = replace(PHOTO, caption="यहाँ गोली चली")
    ledger.add(CaseEvent(CASE, 2, "added", AT, TipExtended(evidence=shot)))
    label(ledger, ByRules(RULES), "added")
    labelled, raised = happened(ledger)[1:]
    assert labelled == FileLabelled("kept/p1", "rules", ("lexicon.shooting",))
    assert isinstance(raised, LevelRaised)
    assert raised.sensitivity.reasons == (Reason("lexicon.shooting", 40),)
