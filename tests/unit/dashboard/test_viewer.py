"""From verified claims and the roster to somebody who may look, or to nobody."""

from dataclasses import replace
from typing import Any

import pytest

from functions.dashboard.viewer import GROUPS, NotAViewer, Role, Viewer, viewer_of
from satark.roster import Officer
from tests.fakes import RosterList
from tests.samples import varanasi
from tests.unit.dashboard.visits import DIG, Rows, claims, every_office, site_of, visit

SP = Officer("o-7", "एसपी", "SP", "district:ghazipur", "en")
AUDITOR = claims("auditor", "range:varanasi")


def test_the_groups_are_exactly_these() -> None:
    assert GROUPS == {
        "range_office": "range",
        "sp_office": "district",
        "thana": "thana",
        "auditor": "auditor",
    }


@pytest.mark.parametrize(
    ("group", "office", "role"),
    [
        ("range_office", "range:varanasi", "range"),
        ("sp_office", "district:ghazipur", "district"),
        ("thana", "thana:ghazipur/zamania", "thana"),
    ],
)
def test_the_office_and_language_are_those_of_the_roster(
    group: str, office: str, role: Role
) -> None:
    roster = RosterList([replace(SP, office=office)])
    groups = ["something_else", group]
    said: dict[str, object] = {"cognito:groups": groups, "custom:officer": "o-7", "name": "अ"}
    expected = Viewer(id="o-7", role=role, office=office, name="अ", language="en")
    for office_said in ({}, {"custom:office": "range:varanasi"}):
        assert viewer_of(said | office_said, roster, varanasi()) == expected


def test_an_auditor_is_in_no_roster_and_the_pool_says_of_which_range() -> None:
    found = viewer_of(AUDITOR, RosterList([SP]), varanasi())
    assert (found.id, found.role, found.office) == ("an-auditor", "auditor", "range:varanasi")
    with pytest.raises(NotAViewer):
        viewer_of(AUDITOR | {"custom:officer": SP.id}, RosterList([SP]), varanasi())


@pytest.mark.parametrize(
    "officer",
    [
        None,
        replace(SP, suspended=True),
        replace(SP, office="thana:ghazipur/zamania"),
        replace(SP, office="circle:ghazipur/zamania"),
        replace(SP, office="range:varanasi"),
        replace(SP, office="district:no-such-place"),
        replace(SP, office=""),
        replace(SP, id="o-8"),
    ],
    ids=str,
)
def test_whoever_is_suspended_moved_or_struck_off_is_nobody_at_once(
    officer: Officer | None,
) -> None:
    said = {"cognito:groups": ["sp_office"], "custom:officer": "o-7", "name": "अ"}
    assert viewer_of(said, RosterList([SP]), varanasi())
    with pytest.raises(NotAViewer):
        viewer_of(said, RosterList([officer] if officer else []), varanasi())


@pytest.mark.parametrize(
    "wrong",
    [
        {"cognito:groups": ["sp_office"]},  # an officer of the range office
        {"cognito:groups": ["range_office", "sp_office"]},
        {"cognito:groups": ["range_office", "range_office"]},
        {"cognito:groups": []},
        {"cognito:groups": "range_office"},
        {"cognito:groups": "[range_office]"},
        {"cognito:groups": ["Range_office"]},
        {"cognito:groups": None},
        {"custom:officer": "nobody"},
        {"custom:officer": ""},
        {"custom:officer": None},
        {"custom:officer": ["of-range:varanasi"]},
        {"name": ""},
        AUDITOR | {"custom:office": "range:allahabad"},
        AUDITOR | {"custom:office": "district:ghazipur"},
        AUDITOR | {"custom:office": ""},
    ],
    ids=str,
)
def test_whoever_is_not_wholly_somebody_is_nobody(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotAViewer):
        viewer_of(DIG | wrong, every_office(varanasi()), varanasi())
    engine = Rows({})
    seen = visit(site_of(engine, varanasi()), "/hi/overview", claims=DIG | wrong)
    assert (seen.status, engine.asked) == (403, 0)


@pytest.mark.parametrize("path", ["/", "/hi/overview", "/en/stations", "/hi/no-such-page"])
def test_without_a_session_every_page_leads_to_the_same_door(path: str) -> None:
    engine = Rows({})
    seen = visit(site_of(engine, varanasi()), path, claims=None)
    assert (seen.status, engine.asked) == (303, 0)
    assert seen.headers["Location"].partition("?")[0] == "/sign-in"


def test_without_a_session_nothing_is_changed() -> None:
    own = {"sec-fetch-site": "same-origin"}
    site = site_of(Rows({}), varanasi())
    for path in ("/hi/overview", "/", "/hi/no-such-page"):
        assert visit(site, path, claims=None, method="POST", headers=own).status in {403, 404}


def test_claims_that_a_browser_sends_itself_are_not_read() -> None:
    site = site_of(Rows({}), varanasi())
    seen = visit(site, "/hi/overview", claims=None, headers={"authorization": "Bearer e30.e30."})
    assert seen.status == 303
