from pathlib import Path

import pytest

from satark.identity import SenderId
from satark.police_range.model import PoliceRange
from satark.police_range.problems import InvalidRange
from satark.police_range.roster import read_roster
from tests.unit.police_range.conftest import VARANASI

HEADER = "name,rank,office,number,bsuid,language\n"
NUMBER = "+91 9000000131"
DIGITS = "9000000131"


def told(tmp_path: Path, police_range: PoliceRange, text: str) -> list[tuple[str, str]]:
    (tmp_path / "roster.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidRange) as caught:
        read_roster(tmp_path / "roster.csv", police_range)
    assert DIGITS not in str(caught.value)
    assert DIGITS not in repr(caught.value.problems)
    return [(problem.key, problem.what) for problem in caught.value.problems]


def test_the_example_names_officers_at_every_level(varanasi: PoliceRange) -> None:
    rows = read_roster(VARANASI / "officers.example.csv", varanasi)
    offices = [row.office for row in rows]
    assert {office.partition(":")[0] for office in offices} == {
        "range",
        "district",
        "circle",
        "thana",
    }
    assert {f"district:{place.id}" for place in varanasi.districts} <= set(offices)
    assert offices.count("thana:jaunpur/kotwali") == 2


def test_the_examples_numbers_are_fictitious() -> None:
    numbers = [
        line.split(",")[3]
        for line in (VARANASI / "officers.example.csv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert all(number == "" or number.startswith("+91 9000000") for number in numbers)


def test_a_number_is_wrapped_as_whatsapp_writes_it(tmp_path: Path, varanasi: PoliceRange) -> None:
    line = f"A,SHO,thana:jaunpur/kotwali,{NUMBER},IN.1000000000000134,hi\n"
    (tmp_path / "roster.csv").write_text(HEADER + line, encoding="utf-8")
    (row,) = read_roster(tmp_path / "roster.csv", varanasi)
    assert row.senders == (SenderId(f"91{DIGITS}"), SenderId("IN.1000000000000134"))
    assert DIGITS not in repr(row)


@pytest.mark.parametrize(
    ("line", "key", "what"),
    [
        (",SHO,range:varanasi,+919000000131,,hi", "row 2, name", "is empty"),
        ("A,,range:varanasi,+919000000131,,hi", "row 2, rank", "is empty"),
        (
            f"{'A' * 61},SHO,range:varanasi,+919000000131,,hi",
            "row 2, name",
            "is longer than 60 characters",
        ),
        ("A,SHO,thana:jaunpur,+919000000131,,hi", "row 2, office", "is no office of the range"),
        ("A,SHO,+919000000131,range:varanasi,,hi", "row 2, office", "is no office of the range"),
        ("A,SHO,range:varanasi,9000000131,,hi", "row 2, number", "is no phone number"),
        ("A,SHO,range:varanasi,+9190000001319000000131,,hi", "row 2, number", "is no phone number"),
        ("A,SHO,range:varanasi,,,hi", "row 2, number", "is empty, and so is bsuid"),
        ("A,SHO,range:varanasi,,9000000131,hi", "row 2, bsuid", "is no business-scoped user id"),
        (
            "A,SHO,range:varanasi,+919000000131,,fr",
            "row 2, language",
            "is not a language of the range",
        ),
        ("A,SHO,range:varanasi,+919000000131", "row 2, language", "is not a language of the range"),
    ],
)
def test_a_wrong_cell_is_named_by_its_row_alone(
    tmp_path: Path, varanasi: PoliceRange, line: str, key: str, what: str
) -> None:
    assert (key, what) in told(tmp_path, varanasi, f"{HEADER}{line}\n")


def test_one_person_stands_in_one_row(tmp_path: Path, varanasi: PoliceRange) -> None:
    rows = f"A,SHO,range:varanasi,{NUMBER},,hi\nB,SI,range:varanasi,+91-{DIGITS},,hi\n"
    expected = [("row 3, number", "is the same person as in an earlier row")]
    assert told(tmp_path, varanasi, HEADER + rows) == expected


def test_other_columns_are_refused(tmp_path: Path, varanasi: PoliceRange) -> None:
    expected = [("row 1", "the columns are others")]
    assert told(tmp_path, varanasi, f"name,number\nA,{NUMBER}\n") == expected
