"""Whatever a tipster does in whatever order: it holds, nothing is lost, and the road stays open."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Literal, get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from functions.flow.conversation import Conversation
from functions.flow.finding import Finder
from functions.flow.pace import AGAIN_AT_MOST
from functions.flow.session import Draft, wire
from satark.identity import MessageRef
from satark.message import (
    Ask,
    AskLocation,
    Content,
    Deleted,
    Edited,
    IdentityChanged,
    Media,
    MediaKind,
    Outgoing,
    Pin,
    Reaction,
    Say,
    Tap,
    Unsupported,
)
from satark.tip import Tip
from satark.whatsapp import limits
from tests import samples
from tests.fakes import BlockList, DeliveryBook, IntakeFake
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone, onward

RANGE = replace(
    samples.varanasi(),
    limits=replace(
        samples.varanasi().limits, evidence_per_tip=4, characters_per_tip=120, tips_per_day=99
    ),
)
SPELLINGS = sorted({s for spellings in RANGE.words.values() for s in spellings})
NUMBERS = [s for spellings in RANGE.numbers[:4] for s in spellings] + ["1", "२", "3", "12", "21"]
NAMES = [name for thana in RANGE.thanas for name in thana.aliases[:2]]
RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
TOLD = {"note.full", "note.restarted", "note.taken_back"}

type FileState = Literal["kept", "quarantined", "lost"]


class Tipster(RuleBasedStateMachine):
    """`owed` are words that were told to no question, and captions: they must be in the tip."""

    def __init__(self) -> None:
        super().__init__()
        self.sessions = FakeSessions()
        self.intake = IntakeFake()
        seeds = count()
        flow = Conversation(
            self.sessions,
            Finder(self.sessions, self.sessions, DeliveryBook(), b"pepper"),
            BlockList(),
            self.intake,
            BreakableOutbox(),
            RANGE,
            b"pepper",
            lambda: str(next(seeds)).encode(),
        )
        self.phone = Phone(flow)
        self.marks = (f"«m{mark}»" for mark in count())
        self.owed: list[str] = []
        self.answered = 0

    @property
    def draft(self) -> Draft | None:
        record = next(iter(self.sessions.values()), None)
        return wire.load(record.text).draft if record else None

    @property
    def receipts(self) -> list[str]:
        """The codes that were given out."""
        said = (bubble.body for bubble in self.phone.chat if isinstance(bubble, Say))
        return [code[0] for body in said if (code := RECEIPT.search(body))]

    def hears(self, replies: tuple[Outgoing, ...], *, quiet: bool = False) -> None:
        assert quiet or replies or self.floods
        for reply in replies:
            holds(reply)

    @property
    def floods(self) -> bool:
        """Whether so much came in a minute that not all is answered."""
        session = wire.load(next(iter(self.sessions.values())).text)
        return session.answers(timedelta(minutes=1), self.phone.at, pace="again") >= AGAIN_AT_MOST

    def said(self, key: str) -> bool:
        """Whether the latest replies hold this note, in any language."""
        latest = self.phone.chat[-2:]
        bodies = [b.body for b in latest if isinstance(b, Say | Ask | AskLocation)]
        notes = [RANGE.text(language, key) for language in RANGE.languages]
        return any(note in body for note in notes for body in bodies)

    def owes(self, mark: str) -> None:
        """Unless the tip was full, or the words were taken for a thana's name: both are told."""
        taken_for_a_name = self.draft is not None and self.draft.offered
        if not (self.said("note.full") or taken_for_a_name or self.added(mark)):
            self.owed.append(mark)

    def added(self, mark: str) -> bool:
        """To a tip that was filed before."""
        additions = ((what.words, what.evidence) for what in self.sessions.additions)
        return any(mark in words or (e is not None and mark in e.caption) for words, e in additions)

    @rule(words=st.sampled_from(SPELLINGS + NUMBERS + NAMES))
    def says_a_known_word(self, words: str) -> None:
        self.hears(self.phone.says(words))
        if self.said("note.restarted") or self.said("note.stopped"):
            self.owed = []

    @rule()
    @precondition(lambda self: self.receipts)
    def comes_back(self) -> None:
        self.hears(self.phone.says(self.receipts[-1]))

    @rule(words=st.text(max_size=30))
    def says_anything(self, words: str) -> None:
        mark = next(self.marks)
        self.hears(self.phone.says(f"{mark} {words}"))
        self.owes(mark)

    @rule(data=st.data())
    @precondition(lambda self: any(isinstance(said, Ask) for said in self.phone.chat))
    def taps(self, data: st.DataObject) -> None:
        asked = [b for b in self.phone.chat if isinstance(b, Ask)]
        bubble = data.draw(st.sampled_from(asked[-1:] * 4 + asked))
        option = data.draw(st.sampled_from(bubble.options))
        before = self.draft
        self.hears(self.phone.sends(Tap(option.id, option.title)))
        if before and self.draft == Draft():
            self.owed = []

    @rule(
        kind=st.sampled_from(["image", "video", "audio", "document", "sticker"]), late=st.booleans()
    )
    def sends_a_file(self, kind: MediaKind, *, late: bool) -> None:
        mark = next(self.marks)
        if not late:
            self.phone.waits(seconds=-10)
        media = Media(kind, mark, "x/y", "", caption=mark, voice=kind == "audio")
        self.hears(self.phone.sends(media), quiet=True)
        self.owes(mark)

    @rule(state=st.sampled_from(get_args(FileState.__value__)))
    def files_fare(self, state: FileState) -> None:
        self.intake.state = state

    @rule(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
    def pins(self, latitude: float, longitude: float) -> None:
        self.hears(self.phone.sends(Pin(latitude, longitude)))

    @rule(
        content=st.sampled_from([Unsupported("contacts"), Reaction("x"), Deleted(), Edited("नया")])
    )
    def sends_something_else(self, content: Content) -> None:
        quiet = isinstance(content, Reaction | Deleted)
        self.hears(self.phone.sends(content, quotes=MessageRef("unknown")), quiet=quiet)

    @rule()
    def is_delivered_again(self) -> None:
        if self.phone.last:
            before = dict(self.sessions)
            self.phone.delivers(self.phone.last)
            assert dict(self.sessions) == before

    @rule(hours=st.sampled_from([1, 23, 25, 200]))
    def waits(self, hours: int) -> None:
        self.phone.waits(hours=hours)
        if self.phone.last and self.phone.at - self.phone.last.at >= timedelta(hours=24):
            self.owed = []

    @rule()
    def changes_hands(self) -> None:
        self.phone.sends(IdentityChanged())
        self.owed = []

    @invariant()
    def nothing_is_lost(self) -> None:
        while self.answered < len(self.sessions.filings):
            tip = self.sessions.tips[self.answered]
            kept = " ".join(contents(tip))
            assert [mark for mark in self.owed if mark not in kept] == []
            self.owed, self.answered = [], self.answered + 1

    @invariant()
    def what_is_kept_keeps_to_its_limits(self) -> None:
        if self.draft:
            assert len(self.draft.exhibits) <= RANGE.limits.evidence_per_tip
            told = sum(len(said.words) for said in self.draft.statements)
            assert told <= RANGE.limits.characters_per_tip
            assert self.draft.settled == tuple(dict.fromkeys(self.draft.settled))

    def teardown(self) -> None:
        """From wherever this has led, taps alone reach the receipt."""
        filed = len(self.sessions.filings)
        self.hears(self.phone.says("Hi"))
        for _ in range(25):
            if len(self.sessions.filings) > filed:
                break
            tap = onward(self.phone)
            self.hears(self.phone.says("skip") if tap is None else self.phone.sends(tap))
        assert len(self.sessions.filings) == filed + 1
        self.nothing_is_lost()


def contents(tip: Tip) -> Iterator[str]:
    yield from tip.statements
    yield tip.place.words
    yield from (item.caption for item in tip.evidence)


def holds(reply: Outgoing) -> None:
    """WhatsApp takes it."""
    match reply:
        case Say(body=body):
            assert 0 < len(body) <= limits.SAY_BODY
        case AskLocation(body=body):
            assert 0 < len(body) <= limits.ASK_BODY
        case Ask(body=body, options=options, button=button):
            assert 0 < len(body) <= limits.ASK_BODY
            assert 0 < len(options) <= limits.LIST_ROWS
            assert len({option.id for option in options}) == len(options)
            few = len(options) <= limits.BUTTONS
            room = limits.BUTTON_TITLE if few else limits.ROW_TITLE
            assert all(0 < len(option.title) <= room for option in options)
            assert all(len(o.description) <= limits.ROW_DESCRIPTION for o in options)
            assert all(len(option.id) <= 200 for option in options)
            assert 0 < len(button) <= limits.LIST_BUTTON
        case _:
            raise AssertionError(f"the dialogue never sends {reply}")


Tipster.TestCase.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
TestTipster = Tipster.TestCase
