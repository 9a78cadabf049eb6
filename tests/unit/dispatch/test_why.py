"""Everyone who reads the tip sees its level; the SP and DIG offices see why."""

from dataclasses import replace

from satark.case import AlertOpened, CaseEvent, LevelRaised, TipFiled
from satark.message import Ask, OutboundMessage, Say
from satark.sensitivity import Reason, Sensitivity
from tests.unit.dispatch.stage import CHAIN, DIG, SHO, SP, ledger, said, to

CRITICAL = Sensitivity(
    141,
    "critical",
    (
        Reason("category.arms", 60),
        Reason("category.arms.question.danger.choice.yes", 40),
        Reason("step.when.choice.now", 15),
        Reason("lexicon.weapons", 20),
        Reason("media.video", 5),
        Reason("lexicon.gone", 1),
    ),
)


def rated(sensitivity: Sensitivity) -> list[CaseEvent]:
    (event,) = ledger()
    assert isinstance(event.what, TipFiled)
    return [replace(event, what=replace(event.what, sensitivity=sensitivity))]


def text(messages: list[OutboundMessage]) -> str:
    contents = (message.content for message in messages)
    return "\n".join(found.body for found in contents if isinstance(found, Ask | Say))


def test_the_sp_reads_every_reason_with_its_points_in_words_of_the_range() -> None:
    assert text(to(SP, said(rated(CRITICAL)))).endswith(
        "🔎 *Level: critical* (score 141)\n"
        "▪️ category Illegal weapons: +60\n"
        "▪️ Is an attack on somebody feared now? Yes: +40\n"
        "▪️ Happening now: +15\n"
        "▪️ in words: weapons: +20\n"
        "▪️ a video was sent: +5\n"
        "▪️ in words: lexicon.gone.name: +1"
    )


def test_the_dig_reads_them_in_hindi_and_the_thana_the_level_alone() -> None:
    messages = said(rated(CRITICAL))
    assert "🔎 *स्तर: अति गंभीर* (कुल 141)" in text(to(DIG, messages))
    thana = text(to(SHO, messages))
    assert "🔺 स्तर: *अति गंभीर*" in thana
    assert "🔎" not in thana
    assert "+60" not in thana


def test_a_normal_tip_is_not_marked() -> None:
    messages = said(ledger())
    assert all("🔺" not in text(to(officer, messages)) for officer in CHAIN)
    assert "🔎 *Level: normal* (score 0)\n▪️ nothing in particular" in text(to(SP, messages))


def test_the_level_changes_nobody_who_hears() -> None:
    heard = [{m.to for m in said(events)} for events in (ledger(), rated(CRITICAL))]
    assert heard[0] == heard[1]


MACHINE = (Reason("label.weapons", 20), Reason("speech.shooting", 40))


def raised() -> list[CaseEvent]:
    return ledger(LevelRaised(Sensitivity(60, "critical", MACHINE)))


def test_when_the_level_is_raised_the_same_people_hear_and_the_offices_above_read_why() -> None:
    messages = said(raised())
    assert {m.to for m in messages} == {m.to for m in said(ledger())}
    assert text(to(SP, messages)).endswith(
        "*Level raised: critical* (23-01-2026 16:07)\n"
        "🔎 *Level: critical* (score 60)\n"
        "▪️ in a photo, by a machine: weapons: +20\n"
        "▪️ in a recording, by a machine: shooting or explosion: +40"
    )
    thana = text(to(SHO, messages))
    assert "*स्तर बढ़ा: अति गंभीर*" in thana
    assert "🔎" not in thana
    assert all(message.template for message in messages)


def test_a_raised_level_stays_in_the_history_of_the_tip() -> None:
    events = [*raised(), ledger(AlertOpened("sp"), AlertOpened("sp"))[2]]
    assert "Level raised: critical" in text(to(SP, said(events)))
