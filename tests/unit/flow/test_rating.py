"""Whether it helped: asked once, counted once, and nobody knows who said so."""

import pytest

from satark.case import OfficerActed, TipsterRated
from satark.police_range.model import PoliceRange
from tests.fakes import DeliveryBook
from tests.unit.flow.filed import OFFICER, body, case_of, files, officer, presses, updated
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_road import walk_to_review


def ratings(sessions: FakeSessions) -> list[TipsterRated]:
    events = sessions.events[case_of(sessions)]
    return [event.what for event in events if isinstance(event.what, TipsterRated)]


@pytest.fixture
def rating(tipster: Phone, sessions: FakeSessions, deliveries: DeliveryBook) -> Phone:
    files(tipster)
    officer(sessions, OfficerActed(OFFICER, "closed"))
    updated(sessions, deliveries)
    return tipster


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize("language", ["hi", "en"])
def test_the_first_tap_counts_and_the_second_changes_nothing(
    rating: Phone, sessions: FakeSessions, varanasi: PoliceRange, answer: str, language: str
) -> None:
    thanks = varanasi.text(language, "filed.rated")
    title = varanasi.text(language, f"update.helpful_{answer}")
    assert body(presses(rating, f"helpful:{answer}", title)) == thanks
    for other in ("helpful:yes", "helpful:no", "helpful:maybe"):
        assert body(presses(rating, other, title)) == thanks
    assert ratings(sessions) == [TipsterRated(answer == "yes")]


def test_of_two_at_once_one_counts(rating: Phone, sessions: FakeSessions) -> None:
    """The second writer finds the case rated, reads again, and only thanks."""
    unrated = sessions.rated

    def late(case_id: str) -> bool:
        del sessions.__dict__["rated"]
        officer(sessions, TipsterRated(helpful=False))
        assert unrated(case_id)
        return False

    sessions.__dict__["rated"] = late
    presses(rating, "helpful:yes", "हाँ, मदद हुई")
    assert ratings(sessions) == [TipsterRated(helpful=False)]


def test_nothing_stays_in_the_session(rating: Phone, sessions: FakeSessions) -> None:
    presses(rating, "helpful:yes", "हाँ, मदद हुई")
    assert case_of(sessions) not in "".join(record.text for record in sessions.values())


def test_in_the_middle_of_another_tip_its_question_comes_again(
    rating: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    walk_to_review(rating)
    (review,) = presses(rating, "helpful:yes", "हाँ, मदद हुई")
    assert body((review,)).startswith(varanasi.text("hi", "filed.rated"))
    assert rating.options[0].id == "review=send"
    assert len(ratings(sessions)) == 1


def test_an_update_that_is_not_remembered_any_more_is_thanked_for(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    files(tipster)
    assert body(presses(tipster, "helpful:yes", "हाँ, मदद हुई")) == varanasi.text("hi", "filed.rated")
    assert ratings(sessions) == []
