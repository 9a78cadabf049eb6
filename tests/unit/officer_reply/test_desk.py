"""What officers write, on their cases; and what they read back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from satark.case import (
    Action,
    AlertOpened,
    CaseEvent,
    Happening,
    OfficerActed,
    OfficerReported,
    TipFiled,
)
from satark.delivery import intent_id
from satark.identity import Handle, MessageRef
from satark.message import (
    Content,
    Deleted,
    InboundMessage,
    Media,
    Reaction,
    Say,
    Tap,
    ToOfficer,
    ToSender,
    Unsupported,
)
from satark.ports import Conflicted, MediaUnavailable
from satark.tip import Evidence
from tests.fakes import Ledger
from tests.samples import AT, TIP
from tests.unit.officer_reply.reading_back import body, only, taps, text
from tests.unit.officer_reply.station import ONE, THREE, TWO, Station, message

PHOTO = Media("image", "photo", "image/jpeg", "", caption="ट्रक")
KEPT = Evidence("image", "kept", key="kept/photo", mime="image/jpeg", size=9, caption="ट्रक")
HOURS = timedelta(hours=1)


@pytest.mark.parametrize(
    ("action", "answer", "offered"),
    [
        (
            "accepted",
            "how_to_report",
            [
                "in_progress",
                "action_taken",
                "nothing_found",
                "false_information",
                "not_mine",
                "ask",
            ],
        ),
        (
            "in_progress",
            "recorded",
            [
                "in_progress",
                "action_taken",
                "nothing_found",
                "false_information",
                "not_mine",
                "ask",
            ],
        ),
        ("not_mine", "handed_up", []),
        ("nothing_found", "recorded", []),
        ("false_information", "recorded", []),
        ("closed", "recorded", []),
    ],
)
def test_a_tap_is_recorded_on_its_tip_and_answered_with_what_may_follow(
    action: Action, answer: str, offered: list[str]
) -> None:
    station = Station().file(ONE, TWO)
    replies = station.receive(message(Tap(f"{action}:{ONE}", "")))
    assert station.recorded(ONE) == [OfficerActed("sho", action)]
    assert station.recorded(TWO) == []
    assert body(replies) == text(answer, number="4829-1376")
    assert taps(replies) == [f"{verb}:{ONE}" for verb in offered]


def test_an_event_has_the_messages_time_and_an_id_that_does_not_repeat_its_ref() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"accepted:{ONE}", ""), ref="secret-ref"))
    event = station.case(ONE).events[-1]
    assert (event.seq, event.at) == (2, AT + HOURS)
    assert "secret-ref" not in event.id


def test_an_opened_alert_is_recorded_and_dispatch_answers_it() -> None:
    station = Station().file(ONE)
    assert station.receive(message(Tap(f"open:{ONE}", ""))) == []
    assert station.recorded(ONE) == [AlertOpened("sho")]


def test_a_tips_number_alone_shows_the_tip_again() -> None:
    station = Station().file(ONE, TWO)
    assert station.receive(message("४८२९-१३७६")) == []
    assert station.recorded(ONE) == [AlertOpened("sho")]


@pytest.mark.parametrize(
    ("content", "recorded"),
    [
        ("दबिश दी, दो पकड़े गए", OfficerReported("sho", "दबिश दी, दो पकड़े गए")),
        (PHOTO, OfficerReported("sho", evidence=KEPT)),
        (
            Media("audio", "voice", "audio/ogg", "", voice=True),
            OfficerReported(
                "sho", evidence=Evidence("audio", "kept", "kept/voice", "audio/ogg", 9, voice=True)
            ),
        ),
        (
            Media("video", "clip", "video/mp4", ""),
            OfficerReported("sho", evidence=Evidence("video", "kept", "kept/clip", "video/mp4", 9)),
        ),
    ],
)
def test_words_photos_videos_and_voice_are_reports_on_the_quoted_tip(
    content: Content | str, recorded: OfficerReported
) -> None:
    station = Station().file(ONE, TWO)
    replies = station.receive(message(content, quotes=station.alert("sho", ONE)))
    assert station.recorded(ONE) == [recorded]
    assert body(replies) == text("recorded", number="4829-1376")
    assert taps(replies) == [f"closed:{ONE}", f"ask:{ONE}"]


def test_a_report_finds_its_tip_by_number_in_words_or_in_a_caption() -> None:
    station = Station().file(ONE, TWO)
    station.receive(message("5511-2233 पर कुछ मिला"))
    station.receive(message(Media("image", "p", "image/jpeg", "", caption="48291376"), ref="m2"))
    assert [type(what) for what in station.recorded(TWO)] == [OfficerReported]
    assert [type(what) for what in station.recorded(ONE)] == [OfficerReported]


def test_a_report_goes_to_the_only_open_tip() -> None:
    station = Station().file(ONE, TWO)
    station.receive(message(Tap(f"closed:{TWO}", "")))
    station.receive(message("मौके पर गए", ref="m2", after=2 * HOURS))
    assert station.recorded(ONE) == [OfficerReported("sho", "मौके पर गए")]


def test_our_own_answer_may_be_quoted_as_well() -> None:
    station = Station().file(ONE, TWO)
    reply = only(station.receive(message(Tap(f"accepted:{ONE}", ""))))
    ref = station.tell("sho", reply.case_id, reply.id, reply.at)
    station.receive(message("मिल गया", ref="m2", quotes=ref))
    assert station.recorded(ONE)[1:] == [OfficerReported("sho", "मिल गया")]


def test_what_is_sent_in_the_second_of_the_closing_tap_still_belongs_to_the_tip() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"closed:{ONE}", "")), message(PHOTO, ref="m2"))
    assert [type(what) for what in station.recorded(ONE)] == [OfficerActed, OfficerReported]


def test_among_several_open_tips_it_asks_says_that_nothing_is_recorded_and_fetches_nothing() -> (
    None
):
    station = Station().file(ONE, TWO, THREE)
    replies = station.receive(message(PHOTO))
    assert body(replies) == text("which_tip")
    assert taps(replies) == [f"file:{THREE}", f"file:{TWO}", f"file:{ONE}"]
    assert [station.recorded(case_id) for case_id in (ONE, TWO, THREE)] == [[], [], []]
    assert station.intake.fetched == []


def test_a_contradiction_asks_between_the_two() -> None:
    station = Station().file(ONE, TWO, THREE)
    replies = station.receive(message("5511-2233 पर", quotes=station.alert("sho", ONE)))
    assert taps(replies) == [f"file:{ONE}", f"file:{TWO}"]
    assert len(list(station.cases)) == 3


def test_no_more_than_ten_tips_are_offered() -> None:
    case_ids = [f"7000{number:04}" for number in range(12)]
    replies = Station().file(*case_ids).receive(message("पहुँचे"))
    assert taps(replies) == [f"file:{case_id}" for case_id in reversed(case_ids[2:])]


class WatchedLedger(Ledger):
    """Counts what is read."""

    reads = 0

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        self.reads += 1
        return super().events(case_id)


def test_it_does_not_read_all_the_thousands_of_tips_of_an_sp_office() -> None:
    ledger = WatchedLedger()
    station = Station(ledger).file(*(f"7000{number:04}" for number in range(200)))
    station.receive(message("पहुँचे", by="sp", after=10 * HOURS))
    assert ledger.reads == 20  # ten to find that it is unclear, and the same ten to offer
    for case_id in station.deliveries.about("sp"):
        closing = OfficerActed("sho", "closed")
        ledger.add(station.case(case_id).next(f"c{case_id}", AT, closing))
    ledger.reads = 0
    station.receive(message("पहुँचे", by="sp", ref="m2", after=10 * HOURS))
    assert ledger.reads == 50


def test_without_an_open_tip_it_says_so() -> None:
    assert body(Station().receive(message("पहुँचे"))) == text("no_open_tip")


@pytest.mark.parametrize("content", [Tap(f"accepted:{ONE}", ""), "4829-1376 पर गए", "4829-1376"])
def test_a_tip_that_the_officer_was_never_told_of_is_refused_and_unchanged(
    content: Content | str,
) -> None:
    station = Station().file(ONE, told=("sp",)).file(TWO)
    replies = station.receive(message(content))
    assert body(replies) == text("not_told", number="4829-1376")
    assert station.recorded(ONE) == station.recorded(TWO) == []


def test_a_refusal_does_not_tell_the_officer_of_the_tip_for_the_next_time() -> None:
    station = Station().file(ONE, told=("sp",))
    refusal = only(station.receive(message(Tap(f"accepted:{ONE}", ""))))
    ref = station.tell("sho", refusal.case_id, refusal.id, refusal.at)
    station.receive(message(Tap(f"accepted:{ONE}", ""), ref="m2", quotes=ref))
    assert station.recorded(ONE) == []


def test_nobody_may_quote_another_officers_message() -> None:
    station = Station().file(ONE, told=("sp",))
    station.receive(message("मिला", quotes=station.alert("sp", ONE)))
    assert station.recorded(ONE) == []


def test_the_same_action_again_is_not_recorded_again_but_answered() -> None:
    station = Station().file(ONE)
    first = station.receive(message(Tap(f"accepted:{ONE}", "")))
    again = station.receive(message(Tap(f"accepted:{ONE}", ""), ref="m2"))
    assert station.recorded(ONE) == [OfficerActed("sho", "accepted")]
    assert taps(first) == taps(again) != []
    assert body(again) == text("recorded", number="4829-1376")


def test_a_closed_tip_takes_no_action_but_what_is_found_later() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"closed:{ONE}", "")))
    late = station.receive(message(Tap(f"accepted:{ONE}", ""), ref="m2"))
    assert body(late) == text("already_closed", number="4829-1376")
    found = station.receive(message("4829-1376 बाद में मिला", ref="m3"))
    assert body(found) == text("recorded", number="4829-1376")
    assert station.recorded(ONE) == [
        OfficerActed("sho", "closed"),
        OfficerReported("sho", "4829-1376 बाद में मिला"),
    ]


def test_a_quarantined_file_is_recorded_and_the_officer_learns_why_nobody_sees_it() -> None:
    station = Station().file(ONE)
    station.intake.state = "quarantined"
    replies = station.receive(message(PHOTO, forwarded=True))
    assert body(replies) == text("media_quarantined", number="4829-1376")
    [report] = station.recorded(ONE)
    assert isinstance(report, OfficerReported)
    assert report.evidence is not None
    assert (report.evidence.state, report.evidence.forwarded) == ("quarantined", True)


@pytest.mark.parametrize(("caption", "events"), [("", 0), ("ट्रक यहाँ", 1)])
def test_a_lost_file_is_no_report_without_words(caption: str, events: int) -> None:
    station = Station().file(ONE)
    station.intake.state = "lost"
    replies = station.receive(message(Media("image", "p", "image/jpeg", "", caption=caption)))
    assert body(replies) == text("media_lost", number="4829-1376")
    assert len(station.recorded(ONE)) == events


def test_a_file_that_has_to_wait_leaves_everything_as_it_was() -> None:
    station = Station().file(ONE)
    station.intake.error = MediaUnavailable()
    with pytest.raises(MediaUnavailable):
        station.receive(message(PHOTO))
    assert station.recorded(ONE) == []
    station.intake.error = None
    assert body(station.receive(message(PHOTO))) == text("recorded", number="4829-1376")


@pytest.mark.parametrize("content", ["Hi", "जय हिन्द", Unsupported("contacts"), Tap("old", "")])
def test_greetings_and_what_we_do_not_take_are_no_report(content: Content | str) -> None:
    station = Station().file(ONE)
    assert body(station.receive(message(content, by="sp"))) == text("help", "en")
    assert station.recorded(ONE) == []


@pytest.mark.parametrize("content", [Reaction("👍"), Deleted()])
@pytest.mark.parametrize("by", ["sho", "stranger"])
def test_some_things_need_no_answer(content: Content, by: str) -> None:
    station = Station().file(ONE)
    assert station.receive(message(content, by=by)) == []
    assert station.recorded(ONE) == []


@pytest.mark.parametrize("content", ["Hi", f"{ONE} मिला", Tap(f"accepted:{ONE}", ""), PHOTO])
def test_an_unknown_number_gets_a_polite_answer_and_changes_nothing(content: Content | str) -> None:
    station = Station().file(ONE)
    reply = only(station.receive(message(content, by="stranger")))
    assert reply.to == ToSender(message("", by="stranger").sender.address)
    assert reply.group == "g-stranger"
    assert reply.case_id is None
    assert reply.content == Say(f"{text('unknown')}\n\n{text('unknown', 'en')}")
    assert station.recorded(ONE) == []
    assert station.intake.fetched == []


def test_replies_go_to_the_officer_in_the_officers_group_and_language() -> None:
    station = Station().file(ONE)
    reply = only(station.receive(message(Tap(f"accepted:{ONE}", ""), by="sp")))
    assert (reply.to, reply.group, reply.case_id) == (ToOfficer("sp"), "sp", ONE)
    assert body([reply]) == text("how_to_report", "en", number="4829-1376")
    assert reply.at == AT + HOURS
    assert ONE not in reply.id


def test_every_message_of_an_officer_opens_the_window() -> None:
    station = Station().file(ONE)
    station.receive(message(Reaction("👍"), after=5 * HOURS), message("Hi", after=2 * HOURS))
    sho = station.roster.officer("sho")
    assert sho is not None
    assert sho.seen_at == AT + 5 * HOURS


# Delivered again, and written at the same time.

ONE_OPEN: list[InboundMessage] = [
    message(Tap(f"accepted:{ONE}", "")),
    message(Tap(f"open:{ONE}", "")),
    message("मिला"),
    message(PHOTO),
    message("Close the tip"),
    message("Hi"),
    message("x", by="stranger"),
]


@pytest.mark.parametrize("received", ONE_OPEN)
def test_a_message_delivered_again_changes_nothing_and_says_the_same(
    received: InboundMessage,
) -> None:
    station = Station().file(ONE)
    replies = station.receive(received)
    recorded, fetched = station.recorded(ONE), list(station.intake.fetched)
    station.file(TWO)
    station.receive(message(Tap(f"closed:{ONE}", ""), by="sp", ref="between", after=2 * HOURS))
    after = station.recorded(ONE)
    station.receive(received)
    assert station.recorded(ONE) == after
    assert after[: len(recorded)] == recorded
    assert station.recorded(TWO) == []
    assert station.intake.fetched == fetched
    sent = [reply for reply in station.outbox.everything if reply.kind == "outbound"]
    assert [reply for reply in sent if reply.id in {found.id for found in replies}] == replies * 2


def test_a_question_asked_once_is_asked_again_though_one_tip_was_closed_since() -> None:
    station = Station().file(ONE, TWO)
    first = station.receive(message("मिला"))
    station.receive(message(Tap(f"closed:{TWO}", ""), by="sp", ref="m2", after=2 * HOURS))
    station.receive(message("मिला"))
    assert station.outbox.everything[0] == station.outbox.everything[-1] == only(first)
    assert station.recorded(ONE) == []


def test_a_message_that_comes_again_does_not_land_on_a_tip_that_was_filed_since() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"closed:{ONE}", "")))
    early = message("मिला", ref="m2", after=timedelta(hours=1, seconds=1))
    first = station.receive(early)
    late = replace(TIP, filed_at=AT + 3 * HOURS)
    station.cases.add(CaseEvent(TWO, 1, f"filed-{TWO}", late.filed_at, TipFiled(late, Handle("h"))))
    station.tell("sho", TWO, intent_id(f"filed-{TWO}", "sho", 0), late.filed_at)
    station.receive(early)
    assert body(first) == text("no_open_tip")
    assert station.outbox.everything[-1] == only(first)
    assert station.recorded(TWO) == []


def test_whoever_loses_a_race_decides_again_on_what_the_other_wrote() -> None:
    station = Station().file(ONE)

    def the_sp_closes() -> None:
        station.receive(message(Tap(f"closed:{ONE}", ""), by="sp", ref="sp1"))

    station.cases.before_append = the_sp_closes
    replies = station.receive(message(Tap(f"accepted:{ONE}", "")))
    assert station.recorded(ONE) == [OfficerActed("sp", "closed")]
    assert body(replies[-1:]) == text("already_closed", number="4829-1376")


def test_a_report_that_loses_a_race_is_written_after_the_other_and_fetched_once() -> None:
    station = Station().file(ONE)
    other: Happening = OfficerActed("sp", "accepted")
    station.cases.before_append = lambda: station.cases.add(
        station.case(ONE).next("other", AT, other)
    )
    station.receive(message(PHOTO))
    assert station.recorded(ONE) == [other, OfficerReported("sho", evidence=KEPT)]
    assert len(station.intake.fetched) == 1


@pytest.mark.parametrize(("category", "shelf"), [("drugs", "kept"), ("trafficking", "protected")])
def test_a_reports_file_lies_with_those_of_its_tip(category: str, shelf: str) -> None:
    station = Station().file(ONE, tip=replace(TIP, category=category))
    station.receive(message(PHOTO))
    (report,) = station.recorded(ONE)
    assert isinstance(report, OfficerReported)
    assert report.evidence
    assert report.evidence.key.startswith(f"{shelf}/")


def test_a_race_that_is_lost_every_time_is_left_to_the_queue() -> None:
    station = Station().file(ONE)

    def somebody_writes() -> None:
        event = station.case(ONE)
        station.cases.add(event.next(f"other{len(event.events)}", AT, OfficerReported("sp", "और")))
        station.cases.before_append = somebody_writes

    station.cases.before_append = somebody_writes
    with pytest.raises(Conflicted):
        station.receive(message(Tap(f"accepted:{ONE}", "")))
    assert station.outbox.accepted == []


def test_a_quote_that_leads_nowhere_is_no_clue() -> None:
    station = Station().file(ONE, TWO)
    replies = station.receive(message("मिला", quotes=MessageRef("unknown")))
    assert body(replies) == text("which_tip")
