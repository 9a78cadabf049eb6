"""A district goes by every spelling that people type."""

import pytest

from satark.message import Ask
from tests import samples
from tests.unit.flow.phone import Phone

SPELLINGS = [
    (district.id, spelling)
    for district in samples.varanasi().districts
    for spelling in (district.id, district.id.upper(), *district.aliases)
]


@pytest.mark.parametrize(("district", "spelling"), SPELLINGS)
def test_a_spelling_of_a_district_chooses_it(tipster: Phone, district: str, spelling: str) -> None:
    tipster.says("Hi")
    for choice in ("hi", "liquor", "sold", "country", "few"):
        tipster.taps(choice)
    assert isinstance(tipster.shown, Ask)
    assert f"district={district}" in {option.id for option in tipster.options}
    tipster.says(spelling)
    assert "thana=unknown" in {option.id for option in tipster.options}
    tipster.taps("list")
    thanas = samples.varanasi().thanas_of(district)
    assert tipster.options[0].id == f"thana={thanas[0].id}"


@pytest.mark.parametrize("typed", ["hindi", "हिंदी", "HINDI", "english", "अंग्रेजी"])
def test_a_language_goes_by_its_name_in_any_script(tipster: Phone, typed: str) -> None:
    tipster.says("Hi")
    tipster.says(typed)
    assert tipster.options[0].id == "category=cattle"
