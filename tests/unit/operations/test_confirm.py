"""An operator says of a suspended officer that it is still them."""

from dataclasses import replace

import pytest

from operations.confirm import confirm, waiting
from satark.roster import Officer
from tests.fakes import RosterList
from tests.samples import AT

SERVING = Officer("o4", "B. Lal", "SHO", "thana:ghazipur/zamania", "hi")
SHO = replace(SERVING, id="o1", name="A. Kumar", suspended=True, changed_at=AT)
DEPUTY = replace(SHO, id="o2", name="S. Devi")
BARRED = replace(SHO, id="o3", name="R. Rai", changed_at=None)
EVERYONE = [SHO, DEPUTY, BARRED, SERVING]


@pytest.mark.parametrize(
    ("office", "name", "found"),
    [
        ("", "", [SHO, DEPUTY]),
        (SHO.office, "S. Devi", [DEPUTY]),
        (SHO.office, "R. Rai", []),
        ("thana:jaunpur/kotwali", "", []),
    ],
)
def test_who_waits_was_suspended_by_a_change(office: str, name: str, found: list[Officer]) -> None:
    assert waiting(EVERYONE, office=office, name=name) == found


def test_one_is_confirmed() -> None:
    roster = RosterList([SHO, DEPUTY])
    assert list(confirm([SHO], roster)) == ["SHO A. Kumar, thana:ghazipur/zamania: confirmed."]
    assert roster.officers == [replace(SHO, suspended=False), DEPUTY]


def test_of_several_none_is() -> None:
    roster = RosterList([SHO, DEPUTY])
    *listed, said = confirm([SHO, DEPUTY], roster)
    assert len(listed) == 2
    assert said.startswith("2 suspended")
    assert roster.officers == [SHO, DEPUTY]


def test_who_changed_again_meanwhile_is_not() -> None:
    roster = RosterList([replace(SHO, changed_at=AT.replace(hour=AT.hour + 1))])
    [said] = confirm([SHO], roster)
    assert "changed again" in said
    assert roster.officers[0].suspended
