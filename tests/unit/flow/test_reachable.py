"""From every state that can be reached, every kind of message: it is answered, and nothing is lost.

Prints how many states, inputs and steps that were (`pytest -s`, or the report's section on them).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from functions.flow.conversation import Conversation
from functions.flow.finding import Finder
from functions.flow.session import Draft, Session
from satark.case import OfficerAsked, TipExtended
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
    Pin,
    Reaction,
    Say,
    Tap,
    Text,
    Unsupported,
)
from satark.police_range.model import PoliceRange
from satark.tip import Evidence
from tests import samples
from tests.fakes import BlockList, DeliveryBook, IntakeFake
from tests.unit.flow.filed import OFFICER, UPDATE, files, officer, updated
from tests.unit.flow.phone import BreakableOutbox, FakeSessions, Phone
from tests.unit.flow.test_machine import contents, holds
from tests.unit.flow.world import PEPPER, Sent, World, text

MARK = "«एक बात»"
EVIDENCE = Evidence("image", "kept", key="kept/m1", caption=MARK)
QUIET = (Reaction, Deleted, IdentityChanged)
COMMANDS = ("help", "back", "restart", "language", "status", "stop")


@dataclass(frozen=True)
class Explored:
    world: World
    steps: tuple[Sent, ...]
    inputs: int


def _world(police_range: PoliceRange) -> tuple[World, str, str]:
    """With the receipt's code of a filed tip, and the id of a question about it."""
    sessions, deliveries = FakeSessions(), DeliveryBook()
    finder = Finder(sessions, sessions, deliveries, PEPPER)
    flow = Conversation(
        sessions,
        finder,
        BlockList(),
        IntakeFake(),
        BreakableOutbox(),
        police_range,
        PEPPER,
        lambda: b"seed",
    )
    code = files(Phone(flow))
    asked = officer(sessions, OfficerAsked(OFFICER, "गाड़ी का रंग?"))
    updated(sessions, deliveries)
    return World(police_range, sessions, deliveries, EVIDENCE), code, asked.id


def _inputs(
    police_range: PoliceRange, code: str, question: str
) -> dict[str, tuple[Content, MessageRef | None]]:
    said = {name: text(spellings[0]) for name, spellings in police_range.words.items()}
    numbers = {f"number {count}": text(count) for count in ("1", "2", "3", "१२", "ek", "21", "99")}
    kinds: tuple[MediaKind, ...] = ("image", "document", "sticker")
    media: dict[str, tuple[Content, MessageRef | None]] = {
        kind: (Media(kind, "m1", "x/y", "", caption=MARK), None) for kind in kinds
    }
    spoken = Media("audio", "m1", "audio/ogg", "", caption=MARK, voice=True)
    others: dict[str, tuple[Content, MessageRef | None]] = {
        "words": text(MARK),
        "a cry": text(f"बचाओ {MARK}"),
        "a thana": text("jamaniya"),
        "a likely thana": text("balwa"),
        "the code": text(code),
        "a wrong code": text("1234123412341234"),
        "a quote": (Text(MARK), UPDATE),
        "an unknown quote": (Text(MARK), MessageRef("unknown")),
        "a quoted photo": (Media("image", "m1", "x/y", "", caption=MARK), UPDATE),
        "voice": (spoken, None),
        "pin": (Pin(25.4, 83.5), None),
        "answer": (Tap(f"answer:{question}", "जवाब दें"), UPDATE),
        "decline": (Tap(f"decline:{question}", "जवाब नहीं देना"), UPDATE),
        "helpful": (Tap("helpful:yes", "हाँ, मदद हुई"), UPDATE),
        "an old tap": (Tap("when=now", ""), None),
        "an old button": (Tap("filed:add", ""), None),
        "a foreign tap": (Tap("x", ""), None),
        "contacts": (Unsupported("contacts"), None),
        "poll": (Unsupported("poll", 131051), None),
        "edited": (Edited(MARK), MessageRef("unknown")),
        "deleted": (Deleted(), MessageRef("unknown")),
        "reaction": (Reaction("👍"), UPDATE),
        "another owner": (IdentityChanged(), None),
    }
    return {**said, **numbers, **media, **others}


@cache
def explored() -> Explored:
    """Over the real range with three categories and a dozen thanas, which stand for all."""
    whole = samples.varanasi()
    kept = ("liquor", "police_corruption", *(c.id for c in whole.categories if c.protects))[:3]
    thanas = {t.id for t in whole.thanas_of("ghazipur")[:11]} | {"ghazipur/zamania"}
    small = replace(
        whole,
        categories=tuple(c for c in whole.categories if c.id in kept),
        districts=tuple(d for d in whole.districts if d.id == "ghazipur"),
        thanas=tuple(t for t in whole.thanas_of("ghazipur") if t.id in thanas),
        limits=replace(whole.limits, evidence_per_tip=3),
    )
    world, code, question = _world(small)
    inputs = _inputs(small, code, question)
    steps = tuple(world.explore(inputs))
    return Explored(world, steps, len(inputs))


@pytest.fixture(scope="module")
def steps() -> tuple[Sent, ...]:
    return explored().steps


def test_the_figures(record_property: Callable[[str, object], None]) -> None:
    found = explored()
    figures = {
        "states": len(found.world.reached),
        "inputs": found.inputs,
        "steps": len(found.steps),
    }
    print("\n" + ", ".join(f"{count} {name}" for name, count in figures.items()))  # noqa: T201 - the report
    for name, count in figures.items():
        record_property(name, count)
    assert figures["states"] > 100


def test_no_reply_breaks_a_limit(steps: tuple[Sent, ...]) -> None:
    for step in steps:
        for reply in step.outcome.replies:
            holds(reply)


def test_everything_is_answered_but_what_says_nothing(steps: tuple[Sent, ...]) -> None:
    silent = {step.name for step in steps if not step.outcome.replies}
    assert silent <= {"reaction", "deleted", "another owner", "image", "document", "sticker"}


def test_nothing_that_was_sent_is_lost(steps: tuple[Sent, ...]) -> None:
    lost = [step.name for step in steps if MARK in _told(step) and not _found(step)]
    assert Counter(lost) == {}


def _told(step: Sent) -> str:
    content = step.message.content
    if isinstance(content, Media):
        return content.caption
    return content.body if isinstance(content, Text | Edited) else ""


def _found(step: Sent) -> bool:
    """In the draft, on the case, or said to be too much."""
    outcome = step.outcome
    happened = outcome.happened[1] if outcome.happened else None
    if isinstance(happened, TipExtended):
        caption = happened.evidence.caption if happened.evidence else ""
        return MARK in happened.words + caption
    tip = contents(outcome.filed.tip) if outcome.filed else ()
    kept = [*_kept(outcome.session.draft), *tip]
    return any(MARK in words for words in kept) or _says(step, "note.full")


def _kept(draft: Draft | None) -> Iterator[str]:
    if draft:
        yield from (said.words for said in draft.statements)
        yield from (shown.evidence.caption for shown in draft.exhibits)
        yield draft.place.words


def _says(step: Sent, key: str, language: str | None = None) -> bool:
    """In this language, or in any."""
    police_range = explored().world.police_range
    spoken = (language,) if language else police_range.languages
    bodies = [r.body for r in step.outcome.replies if isinstance(r, Say | Ask | AskLocation)]
    return any(police_range.text(each, key) in body for each in spoken for body in bodies)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_works_everywhere(steps: tuple[Sent, ...], command: str) -> None:
    tried = [step for step in steps if step.name == command]
    assert len(tried) == len(explored().world.reached)
    for step in tried:
        assert _obeyed(command, step), step.before


def _obeyed(command: str, step: Sent) -> bool:
    before, after = step.before, step.outcome.session
    unfinished = before.draft or before.matter
    match command:
        case "stop":
            nothing = Session(heard=after.heard, replies=after.replies, stopped=after.stopped)
            return after == nothing and _says(step, "note.stopped")
        case "help":
            return not unfinished or (_says(step, "note.help") and after.draft == before.draft)
        case "status":
            return after.draft == before.draft and (
                _says(step, "filed.offer" if before.matter else "filed.ask_code")
            )
        case "language":
            return not unfinished or _says(step, "step.language.text")
        case "restart" if before.draft and not before.matter:
            return after.draft == Draft() and _says(step, "note.restarted")
    return after.matter is None if before.matter else after.draft is not None


@pytest.mark.parametrize("language", ["hi", "en"])
def test_the_name_of_a_language_changes_it_everywhere(
    steps: tuple[Sent, ...], language: str
) -> None:
    """Everything after it is asked in that language, and nothing is lost by it."""
    for step in steps:
        if step.name != language:
            continue
        before, after = step.before, step.outcome.session
        if before.matter:
            assert after.matter
            assert after.matter.language == language
            assert after.draft == before.draft
        elif before.draft:
            assert after.draft
            assert after.draft.language == language
            assert list(_kept(after.draft)) == list(_kept(before.draft))


def test_from_everywhere_taps_alone_lead_to_a_receipt() -> None:
    """Whatever is open is closed by its own button; then the road goes on to its end."""
    world = explored().world
    lengths = [_walk(world, session) for session in world.reached.values()]
    print(f"\nat most {max(lengths)} taps to the receipt from anywhere")  # noqa: T201 - the report


def _walk(world: World, session: Session) -> int:
    for count in range(25):
        step = world.tries(session, _onward(session))
        if step.outcome.filed:
            return count + 1
        session = step.outcome.session
    raise AssertionError(f"no receipt from {session}")


def _onward(session: Session) -> Content:
    asked = session.replies[-1] if session.replies else None
    if isinstance(asked, AskLocation):
        return Text("skip")
    if not isinstance(asked, Ask):
        return Text("Hi")
    ends = ("=list", "=back", "=restart", "filed:add")
    leading = [option for option in asked.options if not option.id.endswith(ends)]
    return Tap(leading[0].id, leading[0].title)


def test_each_state_waits_for_something(steps: tuple[Sent, ...]) -> None:
    """Whoever asks offers taps, or says what to write."""
    for step in steps:
        for reply in step.outcome.replies:
            assert isinstance(reply, Say | Ask | AskLocation)
            assert not isinstance(reply, Ask) or reply.options
