"""What the range office changes in the roster, by forms; and that no page ever holds a number."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest

from functions.dashboard.bodies import parts_of
from functions.dashboard.site import Site
from functions.roster.asked import ASKED
from functions.roster.desk import Desk
from satark.police_range.roster import FIXES, LARGEST
from satark.ports import DeskFailed
from satark.roster import Officer
from tests.samples import AT, varanasi
from tests.unit.dashboard.visits import DIG, Rows, Seen, claims, site_of, visit
from tests.unit.roster.roll import PlainKeys, Roll

DIGITS = "9000000177"
HEAD = "name,rank,office,number,bsuid,language\n"
GOOD = f"A. Devi,SI,thana:jaunpur/kerakat,+91 {DIGITS},,hi\n"
BAD = f"<script>alert({DIGITS})</script>,SI,thana:nowhere,{DIGITS},,hi\n"
OWN = {"sec-fetch-site": "same-origin"}
CELLS = {"name": "A. Devi", "rank": "SI", "office": "thana:jaunpur/kerakat", "language": "hi"}


class Wired:
    """A RosterDesk: the function's own code, behind JSON as Lambda has it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
        told = ASKED.validate_python(json.loads(json.dumps(asked)), strict=False)
        answer: Mapping[str, Any] = json.loads(json.dumps(self._desk.answer(told)))
        return answer


@pytest.fixture
def roll() -> Roll:
    offices = ("range:varanasi", "district:jaunpur", "thana:jaunpur/kotwali")
    people = {f"of-{one}": Officer(f"of-{one}", f"in {one}", "SI", one, "hi") for one in offices}
    return Roll(people, positions={one: at for at, one in enumerate(people)})


@pytest.fixture
def site(roll: Roll) -> Site:
    """To which no number may come back."""
    desk = Desk(keys=PlainKeys(), enlistment=roll, police_range=varanasi())
    return site_of(Rows({}), varanasi(), desk=Wired(desk))


def post(site: Site, path: str, **form: str) -> Seen:
    return _posted(site, path, urlencode(form).encode(), DIG)


def upload(site: Site, file: str | bytes, take: str | None = None, language: str = "en") -> Seen:
    content = file.encode() if isinstance(file, str) else file
    taken = [b'name="take"\r\n\r\n' + take.encode()] if take is not None else []
    named = b'name="file"; filename="../<b>.csv"\r\nContent-Type: text/csv\r\n\r\n' + content
    parts = (b"--x9\r\nContent-Disposition: form-data; " + one for one in (*taken, named))
    body = b"\r\n".join(parts) + b"\r\n--x9--\r\n"
    return _posted(site, "file", body, DIG, language=language)


def _posted(
    site: Site, path: str, body: bytes, who: Mapping[str, object], language: str = "en"
) -> Seen:
    address = f"/{language}/settings/{path}"
    seen = visit(site, address, method="POST", claims=who, headers=OWN, body=body)
    assert DIGITS not in seen.html + repr(seen.headers)
    return seen


def page(site: Site, **query: str) -> str:
    html = visit(site, "/en/settings", query=query).html
    assert DIGITS not in html
    return html


@pytest.mark.parametrize(
    "who",
    [
        claims("district", "district:jaunpur"),
        claims("thana", "thana:jaunpur/kotwali"),
        claims("auditor", "range:varanasi"),
    ],
)
def test_it_opens_for_the_range_office_alone(
    site: Site, roll: Roll, who: Mapping[str, object]
) -> None:
    nowhere, before = visit(site, "/en/no-such-page", claims=who), dict(roll.people)
    assert visit(site, "/en/settings", claims=who) == nowhere
    for path in ("add", "move", "suspend", "file"):
        form = {**CELLS, "officer": "of-district:jaunpur", "suspended": "yes", "number": DIGITS}
        assert _posted(site, path, urlencode(form).encode(), who) == nowhere
    assert roll.people == before


def test_officers_stand_by_district_and_stations_without_one_are_named(site: Site) -> None:
    html = page(site)
    assert "in thana:jaunpur/kotwali" in html
    empty = len(varanasi().thanas_of("jaunpur")) - 1
    assert f"without an officer in service: {empty}." in html
    assert html.index("in range:varanasi") < html.index("in district:jaunpur")


def test_an_officer_is_added_and_the_page_does_not_repeat_the_number(
    site: Site, roll: Roll
) -> None:
    seen = post(site, "add", number=f"+91 {DIGITS}", **CELLS)
    assert (seen.status, seen.headers["Location"]) == (303, "/en/settings?done=added")
    assert [f"sealed 91{DIGITS}"] == list(roll.addresses.values())
    assert "A. Devi" in page(site, done="added")


@pytest.mark.parametrize("language", ["hi", "en"])
@pytest.mark.parametrize("what", FIXES)
def test_each_mistake_has_its_words(what: str, language: str) -> None:
    assert varanasi().text(language, f"dashboard.mistake_{what}")


def test_what_is_wrong_is_said_and_nothing_that_was_typed_comes_back(
    site: Site, roll: Roll
) -> None:
    cells = {**CELLS, "name": f"<i>{DIGITS}", "rank": DIGITS, "office": f"thana:{DIGITS}"}
    seen = post(site, "add", number=DIGITS, **cells)
    assert seen.status == 422
    assert seen.html.count("Write the number in its own column.") == 2
    assert "is no phone number." in seen.html
    assert roll.addresses == {}


def test_an_officer_is_moved_suspended_and_comes_back(site: Site, roll: Roll) -> None:
    who = "of-district:jaunpur"
    assert "in district:jaunpur, SI</h2>" in page(site, officer=who)
    moved = post(site, "move", officer=who, office="district:ghazipur")
    assert moved.headers["Location"] == "/en/settings?done=moved"
    post(site, "suspend", officer=who, suspended="yes")
    assert roll.people[who].office == "district:ghazipur"
    assert roll.people[who].suspended
    assert "Suspended</span>" in page(site)
    post(site, "suspend", officer=who, suspended="no")
    assert not roll.people[who].suspended


def test_whose_phone_changed_is_marked(site: Site, roll: Roll) -> None:
    who = "of-district:jaunpur"
    roll.people[who] = replace(roll.people[who], suspended=True, changed_at=AT)
    assert "Phone changed: suspended</span>" in page(site)


def test_what_cannot_be_is_refused_in_words(site: Site) -> None:
    own = post(site, "suspend", officer="of-range:varanasi", suspended="yes")
    assert (own.status, "You cannot suspend yourself." in own.html) == (409, True)
    unknown = post(site, "move", officer="x", office="district:ghazipur")
    assert (unknown.status, "not of your range" in unknown.html) == (409, True)


def test_a_file_is_judged_row_by_row_and_taken_when_that_is_asked_for(
    site: Site, roll: Roll
) -> None:
    judged = upload(site, HEAD + GOOD + BAD)
    assert "Good rows: 1. With a mistake: 1." in judged.html
    assert 'name="take" value="1"' in judged.html
    assert "<script" not in judged.html
    assert roll.addresses == {}
    other = upload(site, HEAD + GOOD + GOOD.replace(DIGITS, "9000000178"), take="1")
    assert "This is not the file that was checked." in other.html
    assert roll.addresses == {}
    assert "Officers added: 1" in upload(site, HEAD + GOOD + BAD, take="1").html
    assert len(roll.addresses) == 1


@pytest.mark.parametrize(
    ("file", "status", "why"),
    [
        (b"x" * (LARGEST + 1), 413, "large"),
        ((HEAD + "\xe9").encode("latin-1"), 422, "encoding"),
        ((HEAD + GOOD).encode("utf-16"), 422, "encoding"),
        (f"{DIGITS},x\n".encode(), 422, "columns"),
        (HEAD.encode(), 422, "empty"),
    ],
)
@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_file_that_cannot_be_read_says_why(
    site: Site, language: str, file: bytes, status: int, why: str
) -> None:
    seen = upload(site, file, take="1", language=language)
    words = varanasi().text(language, f"dashboard.refused_{why}")
    assert (seen.status, words.split("“")[0] in seen.html) == (status, True)


def test_what_is_no_form_with_a_file_holds_none(site: Site) -> None:
    for body in (b"", DIGITS.encode(), b"--\r\n", b"--x\r\n--x--", bytes(range(256))):
        assert _posted(site, "file", body, DIG).status == 422


def test_a_part_comes_as_it_was_sent() -> None:
    sent = bytes(range(256)) + b"\r\n\r\n\n"
    body = b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n' + sent + b"\r\n--b--\r\n"
    assert parts_of(body) == {"file": sent}


def test_where_the_roster_does_not_answer_the_page_says_so_and_no_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Dead:
        def ask(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
            raise DeskFailed

    site = site_of(Rows({}), varanasi(), desk=Dead())
    seen = post(site, "add", number=f"+91 {DIGITS}", **CELLS)
    assert seen.status == 503
    said = capsys.readouterr()
    assert "page_failed" in said.out
    assert DIGITS not in said.out + said.err


@pytest.mark.parametrize("path", ["add", "file"])
def test_whose_session_has_ended_is_given_nothing_back(site: Site, path: str) -> None:
    body = urlencode({"name": f"A {DIGITS}", "number": f"+91 {DIGITS}"}).encode() + b"\xff"
    address = f"/en/settings/{path}"
    seen = visit(site, address, method="POST", claims=None, headers=OWN, body=body)
    assert (seen.status, DIGITS in seen.html) == (403, False)


def test_deadlines_are_shown_as_they_are(site: Site) -> None:
    critical = varanasi().deadlines["critical"]
    html = page(site)
    assert f"{critical.accept} h" in html
    assert "an engineer writes the new hours" in html
