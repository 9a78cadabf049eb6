"""What the shipped ranges hold."""

import re
import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from satark.police_range.build import build, missing_keys
from satark.police_range.model import PoliceRange
from satark.tip import Conflict
from tests.unit.police_range.conftest import SHIPPED, VARANASI, built

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


def test_it_has_the_fourteen_categories(shipped: PoliceRange) -> None:
    assert {category.id for category in shipped.categories} == CATEGORIES


def test_tips_on_women_and_children_are_protected(shipped: PoliceRange) -> None:
    protected = {category.id for category in shipped.categories if category.protects}
    assert protected == {"prostitution", "trafficking", "molestation"}


def test_tips_on_the_police_are_kept_from_those_they_are_about(shipped: PoliceRange) -> None:
    conflicts = {c.id: c.conflict for c in shipped.categories if c.conflict}
    assert conflicts == {"police_corruption": Conflict.STATION}
    police = next(step for step in shipped.steps if step.id == "police")
    for choices in (shipped.category("police_corruption").questions[0].choices, police.choices):
        assert {c.id for c in choices if c.conflict is Conflict.DISTRICT} == {"senior"}
        assert "station" in {c.id for c in choices if c.conflict is Conflict.STATION}


def test_every_question_may_be_answered_with_dont_know(shipped: PoliceRange) -> None:
    for category in shipped.categories:
        assert 1 <= len(category.questions) <= 3
        for question in category.questions:
            assert question.choices[-1].id == "unknown"
            assert 2 <= len(question.choices) - 1 <= 5


def test_the_dialogue_runs_in_its_order(shipped: PoliceRange) -> None:
    assert [step.id for step in shipped.steps] == [
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


def test_hindi_and_english_are_both_complete(shipped: PoliceRange) -> None:
    assert shipped.languages == ("hi", "en")
    assert missing_keys(shipped)["en"] == frozenset()
    assert shipped.texts["hi"].keys() == shipped.texts["en"].keys()


def test_only_the_emergency_number_is_named(shipped: PoliceRange) -> None:
    bodies = [template.body for template in shipped.templates]
    for text in (*shipped.texts["hi"].values(), *shipped.texts["en"].values(), *bodies):
        assert set(re.findall(r"\d(?:[\s-]?\d){2,}", text)) <= {"112"}, text


def test_hindi_is_written_in_devanagari(shipped: PoliceRange) -> None:
    """A stray Latin letter or a look-alike sign is a slip of the keyboard."""
    allowed = {"WhatsApp", "FIR", "Hi", "English", "DIG", "SP", "forwarded"}
    allowed |= {"PDF", "XLSX", "CSV", "UTF", "Excel"}
    for key, text in shipped.texts["hi"].items():
        spoken = re.sub(r"\{\w+\}|https?://\S+", "", text)
        assert set(re.findall(r"[A-Za-z]+", spoken)) <= allowed, key
        assert text == unicodedata.normalize("NFC", text), key


UNSPOKEN = re.compile(
    r"पुलिस|अपराध|थान[ाे]|सूचना|मुखबिर|शराब|नश|जुआ|हथियार|खनन|तस्करी|कार्रवाई|"
    r"\b(?:police|crime|tip|thana|station|inform|liquor|drug|arms|weapon|gambl|smuggl|FIR)",
    re.IGNORECASE,
)


def test_what_may_be_read_over_a_tipsters_shoulder_says_nothing(shipped: PoliceRange) -> None:
    later = [t.body for t in shipped.templates if t.name in {"tip_update", "tip_question"}]
    for spoken in shipped.texts.values():
        later += [text for key, text in spoken.items() if key.startswith(("update.", "filed."))]
    assert len(later) >= 20
    assert [text for text in later if UNSPOKEN.search(text)] == []


def test_the_tipster_is_told_the_truth_at_both_ends(shipped: PoliceRange) -> None:
    for language in shipped.languages:
        notice = shipped.text(language, "step.notice.text")
        receipt = shipped.text(language, "step.receipt.text", receipt="1234-5678-9012-3456")
        assert "1234-5678-9012-3456" in receipt
        for text in (notice, receipt):
            assert "112" in text
            assert "FIR" in text
        assert "WhatsApp" in notice


def test_bubbles_are_short(shipped: PoliceRange) -> None:
    """Aim: 300 characters; the few that say more are named."""
    for spoken in shipped.texts.values():
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


RANGES = st.sampled_from(SHIPPED).map(built)


@given(RANGES, st.data())
def test_every_text_is_told_in_every_language(shipped: PoliceRange, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(shipped.texts["hi"])))
    language = data.draw(st.sampled_from(sorted(shipped.texts)))
    names = set(re.findall(r"\{(\w+)\}", shipped.texts["hi"][key]))
    told = shipped.text(language, key, **{name: f"<{name}>" for name in names})
    assert told.strip() == told
    assert told
    assert all(f"<{name}>" in told for name in names)


@given(RANGES, st.text(max_size=5), st.data())
def test_the_base_language_stands_in_for_one_that_is_not_spoken(
    shipped: PoliceRange, language: str, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(shipped.texts["hi"])))
    if language not in shipped.texts:
        assert shipped.text(language, key) == shipped.text("hi", key)
