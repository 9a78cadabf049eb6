"""What the shipped range holds."""

import re
import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from satark.police_range.build import build, missing_keys
from satark.police_range.model import PoliceRange
from satark.tip import Conflict
from tests.unit.police_range.conftest import VARANASI, _built

CATEGORIES = {
    "cattle",
    "liquor",
    "drugs",
    "arms",
    "gambling",
    "prostitution",
    "trafficking",
    "molestation",
    "extortion",
    "mining",
    "conversion",
    "police_corruption",
    "crime_footage",
    "other",
}


def test_it_has_every_thana_of_three_districts(varanasi: PoliceRange) -> None:
    counts = Counter(thana.id.partition("/")[0] for thana in varanasi.thanas)
    assert counts == {"jaunpur": 30, "ghazipur": 28, "chandauli": 17}
    assert len(varanasi.thanas_of("jaunpur")) == 30


def test_every_thana_lies_under_a_circle_or_district_of_its_own(varanasi: PoliceRange) -> None:
    above = {place.id for place in (*varanasi.districts, *varanasi.circles)}
    assert {thana.parent for thana in varanasi.thanas} <= above
    assert len(varanasi.circles) == 17


def test_it_has_the_fourteen_categories(varanasi: PoliceRange) -> None:
    assert {category.id for category in varanasi.categories} == CATEGORIES


def test_tips_on_women_and_children_are_protected(varanasi: PoliceRange) -> None:
    protected = {category.id for category in varanasi.categories if category.protects}
    assert protected == {"prostitution", "trafficking", "molestation"}


def test_tips_on_the_police_are_kept_from_those_they_are_about(varanasi: PoliceRange) -> None:
    conflicts = {c.id: c.conflict for c in varanasi.categories if c.conflict}
    assert conflicts == {"police_corruption": Conflict.STATION}
    police = next(step for step in varanasi.steps if step.id == "police")
    for choices in (varanasi.category("police_corruption").questions[0].choices, police.choices):
        assert {c.id for c in choices if c.conflict is Conflict.DISTRICT} == {"senior"}
        assert "station" in {c.id for c in choices if c.conflict is Conflict.STATION}


def test_every_question_may_be_answered_with_dont_know(varanasi: PoliceRange) -> None:
    for category in varanasi.categories:
        assert 1 <= len(category.questions) <= 3
        for question in category.questions:
            assert question.choices[-1].id == "unknown"
            assert 2 <= len(question.choices) - 1 <= 5


def test_the_dialogue_runs_in_its_order(varanasi: PoliceRange) -> None:
    assert [step.id for step in varanasi.steps] == [
        "language",
        "notice",
        "category",
        "questions",
        "district",
        "thana",
        "place",
        "when",
        "evidence",
        "police",
        "review",
        "receipt",
    ]


def test_hindi_and_english_are_both_complete(varanasi: PoliceRange) -> None:
    assert varanasi.languages == ("hi", "en")
    assert missing_keys(varanasi) == {"en": frozenset()}
    assert varanasi.texts["hi"].keys() == varanasi.texts["en"].keys()


def test_only_the_emergency_number_is_named(varanasi: PoliceRange) -> None:
    bodies = [template.body for template in varanasi.templates]
    for text in (*varanasi.texts["hi"].values(), *varanasi.texts["en"].values(), *bodies):
        assert set(re.findall(r"\d(?:[\s-]?\d){2,}", text)) <= {"112"}, text


def test_hindi_is_written_in_devanagari(varanasi: PoliceRange) -> None:
    """A stray Latin letter or a look-alike sign is a slip of the keyboard."""
    allowed = {"WhatsApp", "FIR", "Hi", "English", "DIG", "SP", "forwarded"}
    for key, text in varanasi.texts["hi"].items():
        spoken = re.sub(r"\{\w+\}|https?://\S+", "", text)
        assert set(re.findall(r"[A-Za-z]+", spoken)) <= allowed, key
        assert text == unicodedata.normalize("NFC", text), key


UNSPOKEN = re.compile(
    r"पुलिस|अपराध|थान[ाे]|सूचना|मुखबिर|शराब|नश|जुआ|हथियार|खनन|तस्करी|कार्रवाई|"
    r"\b(?:police|crime|tip|thana|station|inform|liquor|drug|arms|weapon|gambl|smuggl|FIR)",
    re.IGNORECASE,
)


def test_what_may_be_read_over_a_tipsters_shoulder_says_nothing(varanasi: PoliceRange) -> None:
    later = [t.body for t in varanasi.templates if t.name in {"tip_update", "tip_question"}]
    for spoken in varanasi.texts.values():
        later += [text for key, text in spoken.items() if key.startswith("update.")]
    assert len(later) == 20
    assert [text for text in later if UNSPOKEN.search(text)] == []


def test_the_tipster_is_told_the_truth_at_both_ends(varanasi: PoliceRange) -> None:
    for language in varanasi.languages:
        notice = varanasi.text(language, "step.notice.text")
        receipt = varanasi.text(language, "step.receipt.text", receipt="1234-5678-9012-3456")
        assert "1234-5678-9012-3456" in receipt
        for text in (notice, receipt):
            assert "112" in text
            assert "FIR" in text
        assert "WhatsApp" in notice


def test_bubbles_are_short(varanasi: PoliceRange) -> None:
    """Aim: 300 characters; the few that say more are named."""
    for spoken in varanasi.texts.values():
        long = {key for key, text in spoken.items() if len(text) > 300}
        assert long <= {
            "note.help",
            "step.notice.text",
            "step.receipt.text",
            "step.evidence.text",
            "officer.help",
        }


def test_the_version_is_that_of_the_content(varanasi: PoliceRange) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", varanasi.version)
    assert build(VARANASI).version == varanasi.version


@given(st.sampled_from(_built().languages), st.sampled_from(sorted(_built().texts["hi"])))
def test_every_text_is_told_in_every_language(language: str, key: str) -> None:
    varanasi = _built()
    names = set(re.findall(r"\{(\w+)\}", varanasi.texts["hi"][key]))
    told = varanasi.text(language, key, **{name: f"<{name}>" for name in names})
    assert told.strip() == told
    assert told
    assert all(f"<{name}>" in told for name in names)


@given(st.text(max_size=5), st.sampled_from(sorted(_built().texts["hi"])))
def test_the_base_language_stands_in_for_one_that_is_not_spoken(language: str, key: str) -> None:
    varanasi = _built()
    if language not in varanasi.languages:
        assert varanasi.text(language, key) == varanasi.text("hi", key)
