"""What came of an action, asked by taps; each part may be skipped, and none is lost."""

import pytest

from satark.case import ActionDetailed, Happening, OfficerActed, OfficerReported
from satark.message import Media, Tap
from satark.tip import Evidence
from tests.unit.officer_reply.reading_back import body, taps, text, titles
from tests.unit.officer_reply.station import ONE, TWO, Station, message

NUMBER = "4829-1376"
ACTED = OfficerActed("sho", "action_taken")
PHOTO = Media("image", "photo", "image/jpeg", "")
KEPT = Evidence("image", "kept", key="kept/photo", mime="image/jpeg", size=9)


def after(*said: str | Media | Tap) -> tuple[Station, list[Happening], str]:
    """The station, what is on the case and what was answered last, after the tap and these."""
    station = Station().file(ONE, TWO)
    replies = station.receive(message(Tap(f"action_taken:{ONE}", ""), ref="m0"))
    for number, content in enumerate(said, start=1):
        replies = station.receive(message(content, ref=f"m{number}"))
    return station, station.recorded(ONE)[1:], body(replies)


def detail(argument: str) -> Tap:
    return Tap(f"detail:{ONE}:{argument}", "")


def test_the_action_itself_is_recorded_before_anything_is_asked() -> None:
    station = Station().file(ONE, TWO)
    replies = station.receive(message(Tap(f"action_taken:{ONE}", "")))
    assert station.recorded(ONE) == [ACTED]
    assert body(replies) == text("ask_fir", number=NUMBER)
    assert taps(replies) == [f"detail:{ONE}:fir.skip"]


def test_fir_arrests_and_seizure_follow_and_then_the_evidence() -> None:
    station = Station().file(ONE, TWO)
    said: list[str | Tap] = [Tap(f"action_taken:{ONE}", ""), "12/2026"]
    said += [detail("arrests.2"), detail("seizure.yes")]
    answers = [
        body(station.receive(message(content, ref=f"m{number}")))
        for number, content in enumerate((*said, "40 पेटी शराब"))
    ]
    parts = ("fir", "arrests", "seizure", "seized", "evidence")
    assert answers == [text(f"ask_{part}", number=NUMBER) for part in parts]
    assert station.recorded(ONE)[1:] == [
        ActionDetailed("sho", fir="12/2026"),
        ActionDetailed("sho", arrests=2),
        ActionDetailed("sho", seizure="40 पेटी शराब"),
    ]
    assert station.recorded(TWO) == []


def test_arrests_are_offered_from_none_to_eight_with_a_skip() -> None:
    station = Station().file(ONE)
    station.receive(message(Tap(f"action_taken:{ONE}", "")))
    replies = station.receive(message(detail("fir.skip"), ref="m2"))
    assert titles(replies) == [*map(str, range(9)), text("skip")]


@pytest.mark.parametrize(
    ("said", "recorded", "asked"),
    [
        ([detail("fir.skip")], [], "arrests"),
        (["छोड़ें"], [], "arrests"),
        (["skip"], [], "arrests"),
        (["नहीं"], [], "arrests"),
        (["4829/1376"], [ActionDetailed("sho", fir="4829/1376")], "arrests"),
        (["skip", "12"], [ActionDetailed("sho", arrests=12)], "seizure"),
        (["skip", "१२"], [ActionDetailed("sho", arrests=12)], "seizure"),
        (["skip", "दो"], [ActionDetailed("sho", arrests=2)], "seizure"),
        (["skip", "skip"], [], "seizure"),
        (["skip", "skip", "no"], [ActionDetailed("sho", seizure="")], "evidence"),
        (["skip", "skip", detail("seizure.no")], [ActionDetailed("sho", seizure="")], "evidence"),
        (["skip", "skip", "skip"], [], "evidence"),
        (["skip", "skip", "हाँ"], [], "seized"),
        (["skip", "skip", "yes", "skip"], [], "evidence"),
        (
            ["skip", "skip", "yes", "एक कट्टा"],
            [ActionDetailed("sho", seizure="एक कट्टा")],
            "evidence",
        ),
    ],
)
def test_a_part_is_told_by_tap_or_by_words_or_skipped(
    said: list[str | Media | Tap], recorded: list[Happening], asked: str
) -> None:
    _, found, answer = after(*said)
    assert found == recorded
    assert answer == text(f"ask_{asked}", number=NUMBER)


@pytest.mark.parametrize(
    ("said", "words", "asked"),
    [
        (["दबिश देकर दो लोगों को पकड़ा और " + "शब्द " * 12], "दबिश देकर", "fir"),
        (["skip", "दो-तीन भाग गए"], "दो-तीन भाग गए", "arrests"),
        (["skip", "skip", "थोड़ी शराब मिली"], "थोड़ी शराब मिली", "seizure"),
    ],
)
def test_what_does_not_answer_is_a_report_and_the_question_stays(
    said: list[str | Media | Tap], words: str, asked: str
) -> None:
    _, [report], answer = after(*said)
    assert isinstance(report, OfficerReported)
    assert report.words.startswith(words)
    recorded, question = text("recorded", number=NUMBER), text(f"ask_{asked}", number=NUMBER)
    assert answer == f"{recorded}\n\n{question}"


def test_a_photo_sent_while_we_ask_belongs_to_the_case_and_the_question_stays() -> None:
    _, found, answer = after(PHOTO)
    assert found == [OfficerReported("sho", evidence=KEPT)]
    assert answer.endswith(text("ask_fir", number=NUMBER))


def test_evidence_is_taken_until_it_is_done_without_naming_the_tip() -> None:
    skips = ("skip", "skip", "skip")
    station, found, answer = after(*skips, PHOTO, "दो पकड़े गए")
    assert found == [
        OfficerReported("sho", evidence=KEPT),
        OfficerReported("sho", "दो पकड़े गए"),
    ]
    assert answer == text("recorded_more", number=NUMBER)
    replies = station.receive(message("हो गया", ref="end"))
    assert body(replies) == text("details_done", number=NUMBER)
    assert taps(replies) == [f"closed:{ONE}", f"ask:{ONE}"]
    unclear = station.receive(message("और भी", ref="later"))
    assert body(unclear) == text("which_tip")


def test_done_by_tap_ends_it_too() -> None:
    _, found, answer = after("skip", "skip", "skip", detail("evidence.done"))
    assert (found, answer) == ([], text("details_done", number=NUMBER))


def test_a_message_that_quotes_another_tip_is_about_that_tip() -> None:
    station, _, _ = after("skip")
    station.receive(message("5", ref="q", quotes=station.alert("sho", TWO)))
    assert station.recorded(TWO) == [OfficerReported("sho", "5")]
    station.receive(message("5", ref="r"))
    assert station.recorded(ONE)[1:] == [ActionDetailed("sho", arrests=5)]


def test_words_that_name_another_tip_are_asked_about() -> None:
    station, _, _ = after("skip", "skip", "skip")
    replies = station.receive(message("5511-2233 पर भी गए", ref="q"))
    assert taps(replies) == [f"file:{ONE}", f"file:{TWO}"]


def test_a_command_in_between_is_done_and_ends_the_questions() -> None:
    station, _, _ = after()
    station.receive(message(Tap(f"accepted:{TWO}", ""), ref="x"))
    assert station.recorded(TWO) == [OfficerActed("sho", "accepted")]
    replies = station.receive(message("12/2026 दर्ज", ref="y"))
    assert body(replies) == text("which_tip")


def test_help_in_between_leaves_the_question_open() -> None:
    station, _, _ = after()
    assert body(station.receive(message("मदद", ref="x"))) == text("help")
    station.receive(message("12/2026", ref="y"))
    assert station.recorded(ONE)[1:] == [ActionDetailed("sho", fir="12/2026")]


def test_the_same_told_twice_is_recorded_once_and_a_correction_each_time() -> None:
    taps_ = (detail("arrests.2"), detail("arrests.2"), detail("arrests.3"), detail("arrests.2"))
    _, found, _ = after(*taps_)
    assert found == [ActionDetailed("sho", arrests=count) for count in (2, 3, 2)]


def test_a_tap_of_a_part_that_is_not_asked_any_more_changes_nothing() -> None:
    _, found, answer = after(detail("witnesses.3"))
    assert (found, answer) == ([], text("details_done", number=NUMBER))
