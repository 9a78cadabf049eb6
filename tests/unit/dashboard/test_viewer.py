"""From verified claims to somebody who may look, or to nobody."""

from typing import Any

import pytest

from functions.dashboard.site import Site
from functions.dashboard.viewer import GROUPS, NotAViewer, Viewer, viewer_of
from tests.samples import varanasi
from tests.unit.dashboard.visits import DIG, Rows, visit


def test_the_groups_are_exactly_these() -> None:
    assert GROUPS == {
        "range_office": "range",
        "sp_office": "district",
        "thana": "thana",
        "auditor": "auditor",
    }


@pytest.mark.parametrize(
    ("groups", "office", "role"),
    [
        ("[range_office]", "range:varanasi", "range"),
        ("[sp_office]", "district:ghazipur", "district"),
        ("[thana]", "thana:ghazipur/zamania", "thana"),
        ("[auditor]", "range:varanasi", "auditor"),
        ("[something_else sp_office]", "district:ghazipur", "district"),
    ],
)
def test_a_group_and_an_office_of_its_level_make_a_viewer(
    groups: str, office: str, role: Any
) -> None:
    said = {"cognito:groups": groups, "custom:office": office, "name": "अ"}
    assert viewer_of(said, varanasi()) == Viewer(role, office, "अ")


@pytest.mark.parametrize(
    "wrong",
    [
        {"cognito:groups": "[sp_office]"},  # with the office of a range
        {"cognito:groups": "[range_office sp_office]"},
        {"cognito:groups": "[]"},
        {"cognito:groups": "range_office"},
        {"cognito:groups": ["range_office"]},
        {"cognito:groups": "[Range_office]"},
        {"custom:office": "range:allahabad"},
        {"custom:office": "district:ghazipur"},
        {"custom:office": "varanasi"},
        {"custom:office": ""},
        {"custom:office": None},
        {"name": ""},
    ],
    ids=str,
)
def test_whoever_is_not_wholly_somebody_is_nobody(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotAViewer):
        viewer_of(DIG | wrong, varanasi())
    engine = Rows({})
    seen = visit(Site(engine, varanasi()), "/hi/overview", claims=DIG | wrong)
    assert (seen.status, engine.asked) == (403, 0)


@pytest.mark.parametrize("path", ["/", "/hi/overview", "/en/stations", "/hi/no-such-page"])
@pytest.mark.parametrize("said", [None, {}, {"sub": "1"}])
def test_without_claims_nothing_opens(path: str, said: dict[str, Any] | None) -> None:
    engine = Rows({})
    seen = visit(Site(engine, varanasi()), path, claims=said)
    assert (seen.status, engine.asked) == (403, 0)


def test_claims_that_a_browser_sends_itself_are_not_read() -> None:
    site = Site(Rows({}), varanasi())
    seen = visit(site, "/hi/overview", claims=None, headers={"authorization": "Bearer e30.e30."})
    assert seen.status == 403
