"""A range is one folder, whole or extending the folder beside it."""

import shutil
from pathlib import Path

import pytest

from satark.police_range.build import build
from satark.police_range.home import Home
from satark.police_range.model import PoliceRange
from satark.police_range.problems import InvalidRange, Problem
from satark.police_range.roster import read_roster
from satark.police_range.roster_cells import offices
from tests.unit.police_range.conftest import RANGES, SHIPPED, built

ZONE = RANGES / "varanasi-zone"
NINE = {
    "varanasi": {"jaunpur", "ghazipur", "chandauli"},
    "azamgarh-range": {"azamgarh", "mau", "ballia"},
    "mirzapur-range": {"mirzapur", "bhadohi", "sonbhadra"},
}


@pytest.fixture
def ranges(tmp_path: Path) -> Path:
    """A copy of ranges/ that a test may break."""
    return Path(shutil.copytree(RANGES, tmp_path / "ranges"))


def told(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRange) as caught:
        build(folder)
    return caught.value.problems


def test_the_zone_serves_nine_districts_in_three_ranges() -> None:
    zone = built(ZONE)
    assert {
        each.id: {d.id for d in zone.districts if d.parent == each.id} for each in zone.ranges
    } == NINE
    assert all(zone.thanas_of(district.id) for district in zone.districts)


def test_the_zone_holds_all_of_the_range_that_it_extends(varanasi: PoliceRange) -> None:
    zone = built(ZONE)
    assert zone.thanas[: len(varanasi.thanas)] == varanasi.thanas
    assert (zone.categories, zone.steps, zone.words) == (
        varanasi.categories,
        varanasi.steps,
        varanasi.words,
    )
    assert zone.templates == varanasi.templates
    for language, spoken in varanasi.texts.items():
        assert spoken.items() <= zone.texts[language].items()


def test_the_zone_copies_no_text() -> None:
    assert {file.suffix for file in ZONE.rglob("*")} == {".toml", ".csv", ".md"}
    assert [file.name for file in ZONE.rglob("*.toml")] == ["range.toml"]


def test_a_copy_of_all_files_is_the_same_range(ranges: Path) -> None:
    zone, base = ranges / "varanasi-zone", ranges / "varanasi"
    shutil.copytree(base, ranges / "copy")
    shutil.copytree(zone, ranges / "copy", dirs_exist_ok=True)
    text = (zone / "range.toml").read_text(encoding="utf-8")
    alone = text.replace('extends = "varanasi"\n', "")
    (ranges / "copy" / "range.toml").write_text(alone, encoding="utf-8")
    shutil.rmtree(base)
    assert build(ranges / "copy") == built(ZONE)


def test_a_range_says_in_its_own_words_what_it_wants_otherwise(ranges: Path) -> None:
    zone = ranges / "varanasi-zone"
    text = (ranges / "varanasi" / "categories.toml").read_text(encoding="utf-8")
    (zone / "categories.toml").write_text(
        text.replace('name = "अवैध शराब"', 'name = "शराब"'), encoding="utf-8"
    )
    assert build(zone).text("hi", "category.liquor.name") == "शराब"
    assert build(ranges / "varanasi").text("hi", "category.liquor.name") == "अवैध शराब"


def test_a_mistake_is_named_with_the_folder_that_it_is_in(ranges: Path) -> None:
    categories = ranges / "varanasi" / "categories.toml"
    text = categories.read_text(encoding="utf-8")
    categories.write_text(text.replace('name = "अवैध शराब"\n', ""), encoding="utf-8")
    rows = ranges / "varanasi-zone" / "organisation-mirzapur.csv"
    rows.write_text(
        rows.read_text(encoding="utf-8").replace(
            "thana,sonbhadra/obra,sonbhadra", "thana,sonbhadra/obra,obra"
        )
    )
    assert {(problem.file, problem.key) for problem in told(ranges / "varanasi-zone")} == {
        ("../varanasi/categories.toml", "category.liquor.name"),
        ("organisation-mirzapur.csv", "sonbhadra/obra"),
    }


def test_a_folder_that_is_extended_extends_no_other(ranges: Path) -> None:
    third = ranges / "third"
    third.mkdir()
    text = (ranges / "varanasi-zone" / "range.toml").read_text(encoding="utf-8")
    (third / "range.toml").write_text(text.replace('"varanasi"\n', '"varanasi-zone"\n', 1))
    assert ("range.toml", "extends", "'varanasi-zone' itself extends another") in {
        (problem.file, problem.key, problem.what) for problem in told(third)
    }


def test_every_folder_has_its_own_settings(ranges: Path) -> None:
    (ranges / "varanasi-zone" / "range.toml").unlink()
    assert Home.of(ranges / "varanasi-zone").base is None
    assert Problem("range.toml", "file", "is missing", "Add it") in told(ranges / "varanasi-zone")


def test_a_district_may_have_no_thana_yet(ranges: Path) -> None:
    rows = ranges / "varanasi-zone" / "organisation-mirzapur.csv"
    kept = [
        row
        for row in rows.read_text(encoding="utf-8").splitlines()
        if not row.startswith("thana,bhadohi/")
    ]
    rows.write_text("\n".join(kept), encoding="utf-8")
    assert build(ranges / "varanasi-zone").thanas_of("bhadohi") == ()


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_the_example_has_an_officer_at_every_range_and_district(folder: Path) -> None:
    police_range = built(folder)
    held = [row.office for row in read_roster(folder / "officers.example.csv", police_range)]
    superior = {
        office for office in offices(police_range) if office.startswith(("range:", "district:"))
    }
    assert superior <= set(held)
    numbers = [
        line.split(",")[3]
        for line in (folder / "officers.example.csv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert all(number == "" or number.startswith("+91 9000000") for number in numbers)
