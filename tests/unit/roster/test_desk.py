"""What the range office changes in the roster, what it cannot, and that no number comes back."""

import base64
import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from functions.roster.asked import ASKED
from functions.roster.desk import Desk
from satark.enlisting import replace_all
from satark.police_range.roster import LARGEST, judged_file
from satark.roster import Officer
from tests.samples import AT, varanasi
from tests.unit.roster.roll import PlainKeys, Roll

DIG = Officer("dig", "Office", "DIG", "range:varanasi", "hi", seen_at=AT)
SP = Officer("sp", "Singh", "SP", "district:jaunpur", "hi", seen_at=AT, identity_key="phone")
SHO = Officer("sho", "Kumar", "SHO", "thana:jaunpur/kotwali", "hi", suspended=True, changed_at=AT)
DIGITS = "9000000131"
HEAD = "name,rank,office,number,bsuid,language\n"
GOOD = f"A. Devi,SI,thana:jaunpur/kerakat,+91 {DIGITS},,hi\n"


@pytest.fixture
def roll() -> Roll:
    people = {one.id: one for one in (DIG, SP, SHO)}
    return Roll(people, positions={one: at for at, one in enumerate(people)})


def ask(roll: Roll, by: str = "dig", **asked: Any) -> dict[str, Any]:
    """As over the wire. Nothing that is answered may hold a number."""
    desk = Desk(keys=PlainKeys(), enlistment=roll, police_range=varanasi())
    event = json.loads(json.dumps({"by": by, **asked}))
    answer = desk.answer(ASKED.validate_python(event, strict=False))
    assert DIGITS not in json.dumps(answer)
    return answer


def ask_file(roll: Roll, text: str | bytes, *, take: int | None = None) -> dict[str, Any]:
    content = text.encode() if isinstance(text, str) else text
    return ask(roll, do="file", content=base64.b64encode(content).decode(), take=take)


def test_the_list_tells_who_serves_where_and_who_does_not(roll: Roll) -> None:
    told = ask(roll, do="list")["officers"]
    assert [(one["id"], one["suspended"], one["changed"]) for one in told] == [
        ("dig", False, False),
        ("sp", False, False),
        ("sho", True, True),
    ]
    assert set(told[0]) == {"id", "name", "rank", "office", "suspended", "changed"}


@pytest.mark.parametrize("asked", [{"do": "list"}, {"do": "suspend", "officer": "dig"}])
@pytest.mark.parametrize("by", ["sp", "sho", "nobody"])
def test_nobody_but_the_range_office_is_answered(by: str, asked: Any, roll: Roll) -> None:
    asked = {**asked, "suspended": True} if asked["do"] == "suspend" else asked
    before = dict(roll.people)
    assert ask(roll, by=by, **asked) == {"refused": "not_yours"}
    assert roll.people == before


def test_who_is_suspended_asks_for_nothing(roll: Roll) -> None:
    roll.suspend("dig", suspended=True)
    assert ask(roll, do="list") == {"refused": "not_yours"}


def test_an_officer_is_added_behind_the_others_with_the_number_sealed(roll: Roll) -> None:
    cells = {"name": "A. Devi", "rank": "SI", "office": "thana:jaunpur/kerakat", "language": "hi"}
    answer = ask(roll, do="add", number=f"+91 {DIGITS}", **cells)
    assert (answer["taken"], answer["rows"][0]["mistakes"]) == (1, [])
    [new] = roll.people.keys() - {"dig", "sp", "sho"}
    assert roll.people[new] == Officer(new, "A. Devi", "SI", "thana:jaunpur/kerakat", "hi")
    assert roll.addresses[new] == f"sealed 91{DIGITS}"
    assert roll.positions[new] == len((DIG, SP, SHO))


def test_an_officer_who_is_there_is_written_anew_and_stays_suspended(roll: Roll) -> None:
    ask_file(roll, HEAD + GOOD, take=1)
    [new] = roll.people.keys() - {"dig", "sp", "sho"}
    roll.people[new] = replace(roll.people[new], suspended=True, seen_at=AT)
    ask_file(roll, HEAD + GOOD.replace("kerakat", "shahganj"), take=1)
    officer = roll.people[new]
    assert (officer.office, officer.suspended, officer.seen_at) == (
        "thana:jaunpur/shahganj",
        True,
        AT,
    )
    assert roll.positions[new] == len((DIG, SP, SHO))


def test_what_is_wrong_with_one_who_is_to_be_added_is_told_and_nothing_is_written(
    roll: Roll,
) -> None:
    cells = {"name": "", "rank": DIGITS, "office": f"thana:{DIGITS}", "language": "fr"}
    answer = ask(roll, do="add", number=DIGITS, **cells)
    assert [(one["column"], one["what"]) for one in answer["rows"][0]["mistakes"]] == [
        ("name", "empty"),
        ("rank", "digits"),
        ("office", "office"),
        ("language", "language"),
        ("number", "number"),
    ]
    assert answer["taken"] == 0
    assert set(roll.people) == {"dig", "sp", "sho"}


def test_an_officer_moves_and_keeps_all_else(roll: Roll) -> None:
    assert ask(roll, do="move", officer="sp", office="district:ghazipur") == {"done": True}
    assert roll.people["sp"] == replace(SP, office="district:ghazipur")
    for office in ("district:kanpur", "range:azamgarh-range", ""):
        assert ask(roll, do="move", officer="sp", office=office) == {"refused": "not_yours"}
    assert ask(roll, do="move", officer="x", office="district:ghazipur") == {"refused": "not_yours"}


def test_an_officer_is_suspended_and_comes_back_with_whatever_phone(roll: Roll) -> None:
    assert ask(roll, do="suspend", officer="sp", suspended=True) == {"done": True}
    assert roll.people["sp"] == replace(SP, suspended=True)
    assert ask(roll, do="suspend", officer="sp", suspended=False) == {"done": True}
    assert roll.people["sp"] == replace(SP, identity_key=None)


def test_nobody_suspends_themselves(roll: Roll) -> None:
    assert ask(roll, do="suspend", officer="dig", suspended=True) == {"refused": "yourself"}
    assert not roll.people["dig"].suspended


BAD = (
    "=cmd()|' /C calc'!A0,SI,thana:jaunpur/kotwali,+919000000132,,hi\n"
    "\N{RIGHT-TO-LEFT OVERRIDE}Kumar,SI,thana:jaunpur/kotwali,+919000000133,,hi\n"
    f"{DIGITS},SI,thana:jaunpur/kotwali,+919000000134,,hi\n"
    f"B,SI,thana:jaunpur/kerakat,+91-{DIGITS},,hi\n"
    "C,SI,thana:jaunpur/kerakat\n"
)


def test_every_row_of_a_file_is_judged_and_none_written_before_it_is_asked_for(roll: Roll) -> None:
    answer = ask_file(roll, HEAD + GOOD + BAD)
    assert [[m["what"] for m in row["mistakes"]] for row in answer["rows"]] == [
        [],
        ["formula"],
        ["hidden"],
        ["digits"],
        ["twice"],
        ["language", "nameless"],
    ]
    assert [row["number"] for row in answer["rows"]] == [2, 3, 4, 5, 6, 7]
    assert [row.get("name") for row in answer["rows"]] == ["A. Devi", *5 * [None]]
    assert answer["taken"] == 0
    assert set(roll.people) == {"dig", "sp", "sho"}


def test_the_good_rows_are_taken_where_they_are_as_many_as_was_shown(roll: Roll) -> None:
    assert ask_file(roll, HEAD + GOOD + BAD, take=2)["taken"] == 0
    assert ask_file(roll, HEAD + GOOD + BAD, take=1)["taken"] == 1
    assert len(roll.people) == len(("dig", "sp", "sho", "new"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x" * (LARGEST + 1), "file_large"),
        ((HEAD + GOOD).encode("utf-16"), "file_encoding"),
        ((HEAD + "\xe9,,,,,\n").encode("latin-1"), "file_encoding"),
        (f"name,number\nA,{DIGITS}\n".encode(), "file_columns"),
        (HEAD.encode() + b'"' + b"x" * 140_000 + b'"', "file_columns"),
        (HEAD.encode(), "file_empty"),
        (b"", "file_columns"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(
    content: bytes, why: str, roll: Roll
) -> None:
    assert ask_file(roll, content, take=1) == {"refused": why}


def test_a_file_as_excel_saves_it_is_read(roll: Roll) -> None:
    text = (HEAD + GOOD).replace("\n", "\r\n")
    assert ask_file(roll, text.encode("utf-8-sig"), take=1)["taken"] == 1


def test_hindi_names_are_written_with_joiners(roll: Roll) -> None:
    name = "प्र\N{ZERO WIDTH JOINER}भारी <b>क</b>"
    assert ask_file(roll, HEAD + GOOD.replace("A. Devi", name), take=1)["taken"] == 1


def test_an_office_of_another_range_is_not_theirs() -> None:
    [one] = judged_file((HEAD + GOOD).encode(), varanasi(), within="range:elsewhere")
    assert [mistake.what for mistake in one.mistakes] == ["office"]


def test_what_cannot_be_asked_quotes_nothing() -> None:
    with pytest.raises(ValidationError) as caught:
        ASKED.validate_python({"do": "add", "by": "dig", "number": [DIGITS], "name": DIGITS})
    assert DIGITS not in str(caught.value)


def test_an_operator_s_file_strikes_off_whoever_is_not_in_it(roll: Roll) -> None:
    [one] = judged_file((HEAD + GOOD).encode(), varanasi())
    assert one.row is not None
    imported = replace_all([one.row], keys=PlainKeys(), enlistment=roll)
    assert (imported.enlisted, imported.struck) == (1, 3)
    assert [officer.name for officer in roll.people.values()] == ["A. Devi"]
