"""A link leads to one file for minutes, and stands on the ledger before anybody has it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from functions.opening.handing_out import Counter, Link
from satark.case import CaseEvent, FilesOpened, Happening, OpeningAgreed, OpeningAsked, TipFiled
from satark.identity import Handle
from satark.roster import Officer
from satark.tip import Evidence
from tests.fakes import Ledger, RosterList
from tests.samples import AT, TIP, varanasi

CASE = "48291376"
PHOTO = Evidence("image", "kept", key="protected/k1", mime="image/jpeg", size=9)
LOST = Evidence("audio", "lost")
SHIELDED = replace(TIP, category="trafficking", evidence=(PHOTO, LOST))
OFFICERS = [
    Officer("sp", "Office", "SP", "district:ghazipur", "en"),
    Officer("dig", "Office", "DIG", "range:varanasi", "hi"),
]
AGREED: tuple[Happening, ...] = (OpeningAsked("sp"), OpeningAgreed("dig", "sp"))
NOW = AT + timedelta(hours=1)


@dataclass
class Links:
    """What was opened when a link was asked for."""

    ledger: Ledger
    seen: list[Sequence[CaseEvent]] = field(default_factory=list)

    def link(self, key: str, lives: timedelta) -> str:
        self.seen.append(self.ledger.events(CASE))
        return f"https://s3/{key}?seconds={lives.seconds}"


@pytest.fixture
def ledger() -> Ledger:
    ledger = Ledger()
    ledger.add(CaseEvent(CASE, 1, "e1", AT, TipFiled(SHIELDED, Handle("h1"))))
    return ledger


@pytest.fixture
def counter(ledger: Ledger) -> Counter:
    return Counter(ledger, RosterList(OFFICERS), Links(ledger), varanasi())


def happens(ledger: Ledger, *happened: Happening) -> None:
    for what in happened:
        seq = len(ledger.events(CASE)) + 1
        ledger.add(CaseEvent(CASE, seq, f"e{seq}", AT, what))


def test_each_file_has_a_link_of_its_own_and_both_people_stand_on_record(
    counter: Counter, ledger: Ledger
) -> None:
    happens(ledger, *AGREED)
    handed = counter.hand_out(CASE, now=NOW, cause="c1")
    assert handed == (Link("image", "https://s3/protected/k1?seconds=300"),)
    opened = ledger.events(CASE)[-1]
    assert (opened.id, opened.at, opened.what) == ("c1", NOW, FilesOpened("sp", "dig", 1))


def test_it_is_on_record_before_there_is_a_link(counter: Counter, ledger: Ledger) -> None:
    happens(ledger, *AGREED)
    counter.hand_out(CASE, now=NOW, cause="c1")
    assert isinstance(counter.links, Links)
    assert [events[-1].id for events in counter.links.seen] == ["c1"]


def test_every_opening_is_on_record_and_one_that_was_written_is_not_written_again(
    counter: Counter, ledger: Ledger
) -> None:
    happens(ledger, *AGREED)
    for cause in ("c1", "c2", "c2"):
        assert isinstance(counter.hand_out(CASE, now=NOW, cause=cause), tuple)
    assert [event.id for event in ledger.events(CASE)][3:] == ["c1", "c2"]


def test_whoever_loses_a_race_looks_again(counter: Counter, ledger: Ledger) -> None:
    happens(ledger, *AGREED)
    ledger.before_append = lambda: happens(ledger, OpeningAsked("dig"))
    assert isinstance(counter.hand_out(CASE, now=NOW, cause="c1"), tuple)
    assert ledger.events(CASE)[-1].id == "c1"


@pytest.mark.parametrize("happened", [(), AGREED[:1], (OpeningAsked("sp"), *AGREED[:1])])
def test_without_consent_nothing_is_handed_out_or_written(
    counter: Counter, ledger: Ledger, happened: tuple[Happening, ...]
) -> None:
    happens(ledger, *happened)
    before = ledger.events(CASE)
    assert counter.hand_out(CASE, now=NOW, cause="c1") == "not_agreed"
    assert ledger.events(CASE) == before


def test_consent_ends(counter: Counter, ledger: Ledger) -> None:
    happens(ledger, *AGREED)
    late = AT + timedelta(hours=12, seconds=1)
    assert counter.hand_out(CASE, now=late, cause="c1") == "not_agreed"


def test_of_what_is_not_there_nothing_is_handed_out(counter: Counter) -> None:
    assert counter.hand_out("00000000", now=NOW, cause="c1") == "unknown"
    bare = Ledger()
    bare.add(CaseEvent(CASE, 1, "e1", AT, TipFiled(TIP, Handle("h1"))))
    happens(bare, *AGREED)
    assert replace(counter, cases=bare).hand_out(CASE, now=NOW, cause="c1") == "no_files"
