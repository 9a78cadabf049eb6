"""Points from what was chosen, said and sent, each with its reason, and the level they come to."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.police_range.model import PoliceRange
from satark.rating import raised, rate
from satark.sensitivity import LEVELS, UNRATED, Reason, Sensitivity
from satark.tip import Answer, Evidence, Place
from tests.samples import TIP, varanasi

QUIET = replace(TIP, answers=(), place=Place(), when="unknown", statements=(), evidence=())
LEXICON = varanasi().sensitivity.lexicon
PHRASES = [(signal.id, phrase) for signal in LEXICON for phrase in signal.signs]
DANGER = (Answer("danger", "yes"),)


def reasons(**changes: Any) -> dict[str, int]:
    rated = rate(replace(QUIET, **changes), varanasi())
    assert rated.score == sum(reason.points for reason in rated.reasons)
    return {reason.id: reason.points for reason in rated.reasons}


def level(**changes: Any) -> str:
    return rate(replace(QUIET, **changes), varanasi()).level


@pytest.mark.parametrize("category", varanasi().categories, ids=lambda category: category.id)
def test_a_category_alone_comes_to_its_own_level(category: Any) -> None:
    assert level(category=category.id) == category.sensitivity


def test_a_quiet_tip_of_a_normal_category_has_no_reason() -> None:
    assert reasons() == {}
    assert level() == "normal"


def test_answers_and_happening_now_count_by_the_ids_of_the_range() -> None:
    assert reasons(category="cattle", answers=(Answer("armed", "yes"),), when="now") == {
        "category.cattle": 30,
        "category.cattle.question.armed.choice.yes": 20,
        "step.when.choice.now": 15,
    }
    assert reasons(category="cattle", answers=(Answer("armed", "no"),)) == {"category.cattle": 30}


def test_danger_to_a_life_is_critical_whatever_the_category() -> None:
    assert level(category="other", answers=DANGER) == "critical"


@pytest.mark.parametrize(
    "words",
    ["उनके पास कट्टा है", "unke paas KATTA hai!", "they carry a gun.", "असलहा, शराब", "बन्दूकें दिखाते हैं"],
)
def test_words_count_in_hindi_english_and_roman_letters(words: str) -> None:
    assert reasons(statements=(words,)) == {"lexicon.weapons": 20}


@pytest.mark.parametrize(
    "words", ["begun", "kattarpanthi", "चाकूबाज़ी", "a bargain", "abhi hone raha"]
)
def test_a_part_of_a_word_is_no_word(words: str) -> None:
    assert reasons(statements=(words,)) == {}


@pytest.mark.parametrize(
    "words", ["जहरीली शराब", "ज़हरीली शराब", "ज\u093cहरीली   शराब", "ज़हरीली-शराब"]
)
def test_a_nukta_more_or_less_changes_nothing(words: str) -> None:
    assert "lexicon.poison" in reasons(statements=(words,))


@pytest.mark.parametrize(("signal", "phrase"), PHRASES)
def test_every_phrase_of_the_lexicon_is_heard(signal: str, phrase: str) -> None:
    assert f"lexicon.{signal}" in reasons(statements=(f"… {phrase.replace('*', '')} …",))


def test_what_is_said_counts_once_and_wherever_it_is_said() -> None:
    photo = Evidence("image", "kept", caption="pistol")
    said = {"statements": ("gun", "gun and knife"), "place": Place("katta bazar")}
    assert reasons(**said, evidence=(photo, photo)) == {"lexicon.weapons": 20, "media.image": 5}
    for changes in ({"evidence": (photo,)}, {"place": Place("katta bazar")}):
        assert reasons(**changes)["lexicon.weapons"] == 20


def test_a_lost_file_shows_nothing() -> None:
    assert reasons(evidence=(Evidence("video", "lost"),)) == {}
    assert reasons(evidence=(Evidence("video", "quarantined"),)) == {"media.video": 5}


@given(st.lists(st.sampled_from([phrase for _, phrase in PHRASES]), max_size=6), st.text())
def test_more_words_never_make_a_tip_less_sensitive_and_none_are_kept(
    phrases: list[str], more: str
) -> None:
    before = rate(replace(QUIET, statements=tuple(phrases)), varanasi())
    after = rate(replace(QUIET, statements=(*phrases, more)), varanasi())
    assert after.score >= before.score
    assert LEVELS.index(after.level) >= LEVELS.index(before.level)
    known = {f"lexicon.{signal.id}" for signal in varanasi().sensitivity.lexicon}
    assert {reason.id for reason in after.reasons} <= known


def test_a_level_begins_at_its_score() -> None:
    for score, expected in ((29, "normal"), (30, "sensitive"), (59, "sensitive"), (60, "critical")):
        rated = rate(replace(QUIET, statements=("gun",)), _weapons_count(score))
        assert (rated.level, rated.reasons) == (expected, (Reason("lexicon.weapons", score),))


def _weapons_count(points: int) -> PoliceRange:
    rules = varanasi().sensitivity
    signals = tuple(replace(signal, points=points) for signal in rules.lexicon)
    return replace(varanasi(), sensitivity=replace(rules, lexicon=signals))


def found(*labels: str, before: Sensitivity = UNRATED) -> Sensitivity | None:
    return raised(before, labels, varanasi().sensitivity)


def test_what_a_file_shows_or_says_raises_the_level_and_says_why() -> None:
    shown = found("label.violence")
    assert shown == Sensitivity(40, "sensitive", (Reason("label.violence", 40),))
    assert found("label.weapons") is None
    both = found("label.violence", "label.weapons", "label.weapons")
    assert both
    assert (both.score, both.level) == (60, "critical")


def test_what_was_written_counts_no_second_time_when_it_is_heard() -> None:
    written = Sensitivity(20, "normal", (Reason("lexicon.weapons", 20),))
    assert found("speech.weapons", "lexicon.weapons", before=written) is None
    seen = found("speech.weapons", "label.weapons", before=written)
    assert seen
    assert [reason.id for reason in seen.reasons] == ["lexicon.weapons", "label.weapons"]


def test_a_signal_that_the_range_has_no_more_counts_nothing() -> None:
    assert found("label.gone", "speech.gone", "nonsense") is None


LABELS = [f"{root}.{signal.id}" for root in ("lexicon", "speech") for signal in LEXICON]
LABELS += [f"label.{signal.id}" for signal in varanasi().sensitivity.labels]


@given(st.integers(0, 120), st.lists(st.sampled_from(LABELS), max_size=6))
def test_labels_never_lower_a_level_nor_take_a_reason_away(score: int, labels: list[str]) -> None:
    levels = varanasi().sensitivity.levels
    level = next(each for each in reversed(LEVELS) if score >= levels[each])
    before = Sensitivity(score, level, (Reason("category.arms", score),))
    if after := found(*labels, before=before):
        assert LEVELS.index(after.level) > LEVELS.index(before.level)
        assert after.reasons[:1] == before.reasons
        assert after.score == sum(reason.points for reason in after.reasons)
