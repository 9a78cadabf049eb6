"""Every deed by every role on every kind of case: who may do it, and to whom its form is shown."""

import tomllib
from pathlib import Path

import pytest

from functions.dashboard.deeds.names import NAMES, Name
from functions.dashboard.viewer import Role
from tests.samples import varanasi
from tests.unit.dashboard.posting import FIELDS, ONE, WHO, about, standing_for
from tests.unit.dashboard.test_access import ELSEWHERE, ZONE

KINDS = ("ordinary", "about_station", "about_district", "elsewhere")
MAY: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("deeds.toml").read_text("utf-8")
)


def test_the_table_names_roles_deeds_and_kinds_alone() -> None:
    assert MAY.keys() < WHO.keys()
    for deeds in MAY.values():
        assert deeds.keys() <= set(NAMES)
        assert all(set(kinds) <= set(KINDS) - {"elsewhere"} for kinds in deeds.values())


@pytest.mark.parametrize("role", WHO)
@pytest.mark.parametrize("deed", NAMES)
def test_it_is_done_and_offered_exactly_where_the_table_has_it(deed: Name, role: Role) -> None:
    done, offered = set(), set()
    for kind in KINDS:
        police_range = ZONE if kind == "elsewhere" else varanasi()
        office = standing_for(deed, role, about(kind, ELSEWHERE[role]), police_range)
        before = office.recorded()
        page = office.get(f"/hi/cases/{ONE}", claims=WHO[role])
        if f'action="/hi/cases/{ONE}/{deed}#{deed}"' in page.html:
            offered.add(kind)
        answer = office.post(deed, FIELDS.get(deed), claims=WHO[role])
        if office.recorded() != before:
            done.add(kind)
            assert answer.status in {200, 303}
        else:
            assert answer.status in {404, 422}
    assert (done, offered) == (set(MAY.get(role, {}).get(deed, [])),) * 2


@pytest.mark.parametrize("role", WHO)
def test_a_case_that_is_not_theirs_answers_as_one_that_does_not_exist(role: Role) -> None:
    """Also where the form is filled with nonsense, so that no error tells of the case."""
    kind = {"range": "elsewhere", "thana": "about_station"}.get(role, "about_district")
    office = standing_for("accepted", role, about(kind, ELSEWHERE[role]), ZONE)
    for deed in (*NAMES, "no-such-deed"):
        nowhere = office.post(deed, claims=WHO[role], case_id="99999999")
        assert nowhere.status == 404
        assert office.post(deed, claims=WHO[role]) == nowhere
        assert office.post(deed, {"note": "x" * 9000}, claims=WHO[role]) == nowhere
    assert office.recorded() == []
