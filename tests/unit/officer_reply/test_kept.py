"""What was sent without its tip is kept, and filed when the tip is chosen: no word is lost."""

from datetime import timedelta

import pytest

from satark.case import OfficerActed, OfficerReported
from satark.message import Content, Media, Tap
from satark.ports import MediaUnavailable
from satark.tip import Evidence
from tests.unit.officer_reply.reading_back import body, taps, text
from tests.unit.officer_reply.station import ONE, THREE, TWO, Station, message

PHOTO = Media("image", "photo", "image/jpeg", "")
KEPT = Evidence("image", "kept", key="kept/photo", mime="image/jpeg", size=9)
CHOICE = Tap(f"file:{TWO}", "")


def waiting(*contents: Content | str) -> Station:
    station = Station().file(ONE, TWO)
    for number, content in enumerate(contents):
        station.receive(message(content, ref=f"w{number}"))
    return station


def test_the_report_is_filed_on_the_tip_that_is_tapped() -> None:
    station = waiting("मौके पर गए")
    replies = station.receive(message(CHOICE))
    assert station.recorded(TWO) == [OfficerReported("sho", "मौके पर गए")]
    assert station.recorded(ONE) == []
    assert body(replies) == text("recorded", number="5511-2233")
    assert taps(replies) == [f"closed:{TWO}", f"ask:{TWO}"]


@pytest.mark.parametrize("words", ["5511-2233", "५५११ २२३३", " 55112233. "])
def test_or_on_the_tip_whose_number_is_written(words: str) -> None:
    station = waiting("मौके पर गए")
    station.receive(message(words))
    assert station.recorded(TWO) == [OfficerReported("sho", "मौके पर गए")]


def test_all_that_was_sent_meanwhile_is_filed_in_its_order() -> None:
    station = waiting("मौके पर गए", PHOTO, "दो पकड़े गए")
    assert station.intake.fetched == []
    replies = station.receive(message(CHOICE))
    assert station.recorded(TWO) == [
        OfficerReported("sho", "मौके पर गए"),
        OfficerReported("sho", evidence=KEPT),
        OfficerReported("sho", "दो पकड़े गए"),
    ]
    assert body(replies) == text("filed_on", number="5511-2233")


def test_a_command_without_its_tip_is_kept_as_well() -> None:
    station = waiting("स्वीकार")
    replies = station.receive(message(CHOICE))
    assert station.recorded(TWO) == [OfficerActed("sho", "accepted")]
    assert body(replies) == text("how_to_report", number="5511-2233")


def test_a_file_that_was_set_aside_is_told_of_among_all_that_was_filed() -> None:
    station = waiting(PHOTO, "दो पकड़े गए")
    station.intake.state = "lost"
    replies = station.receive(message(CHOICE))
    assert body(replies) == text("media_lost", number="5511-2233")
    assert station.recorded(TWO) == [OfficerReported("sho", "दो पकड़े गए")]


def test_a_choice_that_has_to_wait_for_a_file_is_made_later_and_files_nothing_twice() -> None:
    station = waiting("मौके पर गए", PHOTO)
    station.intake.error = MediaUnavailable()
    with pytest.raises(MediaUnavailable):
        station.receive(message(CHOICE))
    assert station.recorded(TWO) == [OfficerReported("sho", "मौके पर गए")]
    station.intake.error = None
    station.receive(message(CHOICE))
    assert station.recorded(TWO) == [
        OfficerReported("sho", "मौके पर गए"),
        OfficerReported("sho", evidence=KEPT),
    ]


def test_the_choice_made_twice_files_once() -> None:
    station = waiting("मौके पर गए")
    first = station.receive(message(CHOICE))
    station.receive(message(CHOICE))
    assert station.outbox.everything[-1] == first[0]
    again = station.receive(message(CHOICE, ref="m2"))
    assert body(again) == text("nothing_kept")
    assert len(station.recorded(TWO)) == 1


def test_a_kept_message_that_comes_again_is_kept_once() -> None:
    station = waiting("मौके पर गए")
    station.receive(message("मौके पर गए", ref="w0"))
    station.receive(message(CHOICE))
    station.receive(message("मौके पर गए", ref="w0"))
    assert station.recorded(TWO) == [OfficerReported("sho", "मौके पर गए")]


def test_the_eleventh_is_not_kept_and_it_says_so() -> None:
    station = waiting(*(f"बात {number} है" for number in range(10)))
    replies = station.receive(message("ग्यारहवीं बात", ref="w10"))
    assert body(replies) == text("which_tip_full")
    station.receive(message(CHOICE))
    assert len(station.recorded(TWO)) == 10


def test_after_a_day_it_is_kept_no_longer() -> None:
    station = waiting("मौके पर गए")
    replies = station.receive(message(CHOICE, after=timedelta(hours=26)))
    assert body(replies) == text("nothing_kept")
    assert station.recorded(TWO) == []


def test_a_number_written_later_opens_the_tip_and_files_nothing() -> None:
    station = waiting("ठीक है साहब देखते हैं")
    station.receive(message(Tap(f"accepted:{ONE}", ""), ref="m1"))
    station.receive(message("5511-2233", ref="m2"))
    assert [what.kind for what in station.recorded(TWO)] == ["alert_opened"]
    station.receive(message(CHOICE, ref="m3"))
    assert station.recorded(TWO)[1:] == [OfficerReported("sho", "ठीक है साहब देखते हैं")]


def test_a_tip_that_the_officer_was_never_told_of_cannot_be_chosen() -> None:
    station = waiting("मौके पर गए")
    station.file(THREE, told=("sp",))
    replies = station.receive(message(Tap(f"file:{THREE}", "")))
    assert body(replies) == text("not_told", number="7000-0001")
    assert station.recorded(THREE) == []
    station.receive(message(CHOICE, ref="m2"))
    assert station.recorded(TWO) == [OfficerReported("sho", "मौके पर गए")]


def test_one_officers_kept_words_are_not_anothers() -> None:
    station = waiting("मौके पर गए")
    replies = station.receive(message(CHOICE, by="sp"))
    assert body(replies) == text("nothing_kept", "en")
    assert station.recorded(TWO) == []
