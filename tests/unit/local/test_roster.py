"""The phones that the page gets from a roster."""

from pathlib import Path

import pytest

from local.phones import Officer
from local.roster import officers_of
from satark.police_range.build import build
from satark.police_range.model import PoliceRange

ROOT = Path(__file__).parents[3]
ROSTER = """\
name,rank,office,number,bsuid,language
DIG Office,DIG,range:varanasi,+91 9000000101,,en
SP Office,SP,district:jaunpur,+91 9000000111,,en
Other SP,SP,district:ghazipur,+91 9000000112,,en
CO,CO,circle:jaunpur/circle-nagar,+91 9000000121,,en
SHO Kerakat,SHO,thana:jaunpur/kerakat,,IN.1000000000000134,en
SHO Zamania,SHO,thana:ghazipur/zamania,+91 9000000143,,en
"""


@pytest.fixture(scope="module")
def varanasi() -> PoliceRange:
    return build(ROOT / "ranges" / "varanasi")


@pytest.fixture
def officers(tmp_path: Path, varanasi: PoliceRange) -> list[Officer]:
    roster = tmp_path / "officers.csv"
    roster.write_text(ROSTER, encoding="utf-8-sig")
    return officers_of(roster, varanasi)


def test_an_officer_without_a_number_has_a_phone_too(officers: list[Officer]) -> None:
    assert officers[4] == Officer(
        name="SHO Kerakat",
        office="Thana Kerakat",
        bsuid="IN.1000000000000134",
        on_desk=True,
    )


def test_the_first_of_those_whom_a_tip_rings_lie_on_the_desk(officers: list[Officer]) -> None:
    on_desk = [officer.office for officer in officers if officer.on_desk]
    assert on_desk[1:] == ["SP Jaunpur", "Thana Kerakat"]
    assert on_desk[0].startswith("DIG ")
