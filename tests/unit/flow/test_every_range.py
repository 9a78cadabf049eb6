"""The dialogue runs over each range in ranges/: to every district, and in a language of a draft."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from satark.message import Ask, AskLocation, Say, Tap
from satark.police_range.build import build
from satark.police_range.model import PoliceRange
from satark.whatsapp.limits import BUTTONS
from tests.unit.flow.phone import FakeSessions, Phone
from tests.unit.flow.test_machine import holds

RANGES = Path(__file__).parents[3] / "ranges"
SHIPPED = sorted(folder.name for folder in RANGES.iterdir() if folder.is_dir())
DRAFTS, UNLISTED = "varanasi with drafts on", "varanasi-zone without thanas of Bhadohi"


@cache
def made(folder: Path) -> PoliceRange:
    return build(folder)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of ranges/ with drafts on, and a district of which no thana is known."""
    copy = Path(shutil.copytree(RANGES, tmp_path_factory.mktemp("copy") / "ranges"))
    for name in SHIPPED:
        settings = (copy / name / "range.toml").read_text(encoding="utf-8")
        assert settings.count("\ndrafts = false") == 1
        on = settings.replace("\ndrafts = false", "\ndrafts = true")
        (copy / name / "range.toml").write_text(on, encoding="utf-8")
    rows = copy / "varanasi-zone" / "organisation-mirzapur.csv"
    every = rows.read_text(encoding="utf-8").splitlines()
    kept = [row for row in every if not row.startswith("thana,bhadohi/")]
    rows.write_text("\n".join(kept), encoding="utf-8")
    return copy


@pytest.fixture
def varanasi(request: pytest.FixtureRequest) -> PoliceRange:
    """Another range in its place, for the fixtures that play the flow over it."""
    if request.param in SHIPPED:
        return made(RANGES / request.param)
    return made(request.getfixturevalue("edited") / request.param.partition(" ")[0])


def walk(tipster: Phone, *, language: str, district: str) -> Iterator[str]:
    """By taps from "Hi" to the receipt; each question's id as it is asked."""
    tipster.says("Hi")
    tipster.taps(language)
    for _ in range(20):
        if isinstance(tipster.shown, Say):
            return
        holds(tipster.shown)
        options = [option.id for option in tipster.options]
        step = options[0].partition("=")[0] if options else "place"
        yield step
        if isinstance(tipster.shown, AskLocation):
            tipster.says("पुल के पास")
        elif step == "district":
            tipster.taps(district)
        else:
            leading = [each for each in options if not each.endswith(("=list", "=back"))]
            tipster.sends(Tap(leading[0], ""))
    raise AssertionError("the receipt is not reached in twenty answers")


@pytest.mark.parametrize("varanasi", SHIPPED, indirect=True)
def test_every_district_leads_to_its_receipt(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    for district in varanasi.districts:
        asked = list(walk(tipster, language="hi", district=district.id))
        assert ("thana" in asked) is bool(varanasi.thanas_of(district.id))
        assert sessions.tips[-1].district == district.id
    assert len(sessions.tips) == len(varanasi.districts)


@pytest.mark.parametrize("varanasi", [UNLISTED], indirect=True)
def test_where_no_thana_is_known_the_place_in_words_does(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    assert varanasi.thanas_of("bhadohi") == ()
    asked = list(walk(tipster, language="hi", district="bhadohi"))
    assert asked[asked.index("district") + 1] == "place"
    (tip,) = sessions.tips
    assert (tip.district, tip.thana, tip.place.words) == ("bhadohi", None, "पुल के पास")


@pytest.mark.parametrize("varanasi", [UNLISTED], indirect=True)
def test_back_and_another_district_come_by_the_thanas_that_are_known(
    tipster: Phone, sessions: FakeSessions
) -> None:
    walking = walk(tipster, language="hi", district="bhadohi")
    while next(walking) != "place":
        pass
    tipster.says("back")
    assert tipster.options[0].id.startswith("district=")
    tipster.taps("mirzapur")
    assert tipster.options[0].id == "thana=list"
    tipster.says("Chunar")
    assert isinstance(tipster.shown, AskLocation)
    assert sessions.tips == []


@pytest.mark.parametrize("varanasi", [DRAFTS], indirect=True)
def test_a_draft_is_offered_as_a_third_button(tipster: Phone, varanasi: PoliceRange) -> None:
    (asked,) = tipster.says("Hi")
    assert isinstance(asked, Ask)
    assert [option.id for option in asked.options] == ["language=hi", "language=en", "language=bho"]
    assert [option.title for option in asked.options][2] == "3. भोजपुरी"
    assert len(asked.options) <= BUTTONS
    assert varanasi.texts["bho"]["step.language.text"] in asked.body


@pytest.mark.parametrize("varanasi", [DRAFTS], indirect=True)
def test_a_whole_conversation_in_it_reaches_the_receipt(
    tipster: Phone, sessions: FakeSessions, varanasi: PoliceRange
) -> None:
    first = len(tipster.chat)
    asked = list(walk(tipster, language="bho", district="ghazipur"))
    assert asked[-1] == "review"
    assert sessions.tips[0].language == "bho"
    bubbles = [said for said in tipster.chat[first:] if isinstance(said, Say | Ask | AskLocation)]
    hindi = {text for key, text in varanasi.texts["hi"].items() if key.startswith("step.")}
    spoken = varanasi.texts["bho"]
    own = {text for key, text in spoken.items() if text not in varanasi.texts["hi"].values()}
    for bubble in bubbles[1:]:
        assert bubble.body not in hindi
        assert any(line in text for text in own for line in bubble.body.splitlines() if line)
    assert "राउर सूचना मिल गइल" in bubbles[-1].body


@pytest.mark.parametrize("varanasi", [DRAFTS], indirect=True)
def test_its_words_are_understood(tipster: Phone, sessions: FakeSessions) -> None:
    for words in ("Hi", "bhojpuri", "2", "एगो", "दू", "पता नइखे", "जौनपुर", "पता नइखे"):
        tipster.says(words)
    assert isinstance(tipster.shown, AskLocation)
    tipster.says("पाछे")
    assert tipster.options[0].id == "thana=list"
    for words in ("पता नाहीं", "पुल के लगे", "आज", "हो गइल", "ना", "भेज दीं"):
        tipster.says(words)
    (tip,) = sessions.tips
    assert (tip.category, tip.place.words, tip.when) == ("liquor", "पुल के लगे", "today")


@pytest.mark.parametrize("varanasi", SHIPPED, indirect=True)
def test_with_drafts_off_there_is_no_trace_of_one(tipster: Phone, varanasi: PoliceRange) -> None:
    (asked,) = tipster.says("Hi")
    assert isinstance(asked, Ask)
    assert [option.id for option in asked.options] == ["language=hi", "language=en"]
    assert varanasi.texts["bho"]["step.language.text"] not in asked.body
    assert "भोजपुरी" not in asked.body
    tipster.says("भोजपुरी")
    assert [option.id for option in tipster.options] == ["language=hi", "language=en"]
