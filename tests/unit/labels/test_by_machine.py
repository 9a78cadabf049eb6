"""Pictures are labelled at once, recordings once they were heard; nobody keeps what was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from functions.labels.by_machine import ByMachine, shown
from functions.labels.hearing import Hearing
from functions.labels.labelling import Labelling
from satark import wire
from satark.case import CaseEvent, FileLabelled, LevelRaised, TipExtended, TipFiled
from satark.identity import Handle
from satark.labels import ToLabel, hearing_id
from satark.tip import Evidence
from tests.fakes import Ledger
from tests.samples import AT, TIP, varanasi

CASE = "48291376"
RULES = varanasi().sensitivity
PHOTO = Evidence("image", "kept", key="kept/p1", mime="image/jpeg", size=9)
VOICE = Evidence("audio", "kept", key="kept/v1", mime="audio/ogg", size=9, voice=True)
VIDEO = Evidence("video", "kept", key="kept/v2", mime="video/mp4", size=9)
HEARING = hearing_id(CASE, VOICE.key)
SAID = "यहाँ कल रात गोली चली थी"


@dataclass
class Eye:
    names: Sequence[str] = ("Gun", "Person")

    def sees(self, item: Evidence) -> Sequence[str]:
        return self.names


@dataclass
class Ear:
    """`transcripts` are those that it has made and not yet forgotten."""

    transcripts: dict[str, str] = field(default_factory=dict)
    deaf: bool = False

    def listens(self, hearing: str, item: Evidence) -> bool:
        if not self.deaf:
            self.transcripts[hearing] = SAID
        return not self.deaf

    def heard(self, hearing: str) -> str:
        return self.transcripts[hearing]

    def forget(self, hearing: str) -> None:
        self.transcripts.pop(hearing, None)


@dataclass
class World:
    ledger: Ledger = field(default_factory=Ledger)
    ear: Ear = field(default_factory=Ear)

    def __post_init__(self) -> None:
        tip = replace(TIP, evidence=())
        self.ledger.add(CaseEvent(CASE, 1, "filed", AT, TipFiled(tip, Handle("h1"))))

    @property
    def machine(self) -> ByMachine:
        return ByMachine(RULES, Eye(), self.ear)

    @property
    def labelling(self) -> Labelling:
        return Labelling(self.ledger, self.machine, varanasi())

    def sends(self, item: Evidence) -> None:
        event_id = f"sent {item.key}"
        seq = len(self.ledger.by_case[CASE]) + 1
        self.ledger.add(CaseEvent(CASE, seq, event_id, AT, TipExtended(evidence=item)))
        self.labelling.look(ToLabel(CASE, event_id), AT + timedelta(minutes=1))

    def hears(self, *, well: bool = True) -> None:
        hearing = Hearing(self.labelling, self.machine)
        hearing.ended(HEARING, AT + timedelta(minutes=2), well=well)

    def found(self) -> list[FileLabelled | LevelRaised]:
        happened = (event.what for event in self.ledger.by_case[CASE])
        return [what for what in happened if isinstance(what, FileLabelled | LevelRaised)]


def test_a_picture_is_looked_at_and_its_caption_read() -> None:
    world = World()
    world.sends(replace(PHOTO, caption="बम"))
    labelled = world.found()[0]
    assert labelled == FileLabelled("kept/p1", "machine", ("lexicon.shooting", "label.weapons"))


def test_a_recording_counts_once_it_was_heard_and_what_was_said_is_kept_nowhere() -> None:
    world = World()
    world.sends(VOICE)
    assert world.found() == []
    world.hears()
    labelled, raised = world.found()
    assert labelled == FileLabelled("kept/v1", "machine", ("speech.shooting",))
    assert isinstance(raised, LevelRaised)
    assert world.ear.transcripts == {}
    written = "".join(map(wire.case_event.dump, world.ledger.by_case[CASE]))
    assert "गोली चली" not in written


def test_news_that_come_again_change_nothing() -> None:
    world = World()
    world.sends(VOICE)
    world.hears()
    once = world.found()
    world.hears()
    assert world.found() == once


def test_after_a_crash_before_it_was_forgotten_it_is_forgotten_all_the_same() -> None:
    world = World()
    world.sends(VOICE)
    world.hears()
    world.ear.transcripts[HEARING] = SAID
    world.hears()
    assert world.ear.transcripts == {}


def test_what_could_not_be_heard_is_known_to_say_nothing() -> None:
    world = World()
    world.sends(VOICE)
    world.hears(well=False)
    assert world.found() == [FileLabelled("kept/v1", "machine")]
    assert world.ear.transcripts == {}


@pytest.mark.parametrize("item", [VIDEO, VOICE])
def test_what_no_machine_takes_is_labelled_by_its_caption(item: Evidence) -> None:
    world = World(ear=Ear(deaf=True))
    world.sends(replace(item, caption="बम"))
    assert world.found()[0] == FileLabelled(item.key, "machine", ("lexicon.shooting",))


def test_every_label_of_the_range_stands_for_its_signal() -> None:
    for signal in RULES.labels:
        for name in signal.signs:
            assert f"label.{signal.id}" in set(shown([name], RULES))
    assert list(shown(["Person", "Tree"], RULES)) == []
